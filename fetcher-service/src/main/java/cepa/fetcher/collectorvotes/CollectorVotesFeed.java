package cepa.fetcher.collectorvotes;

import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.Download;
import cepa.fetcher.Feed;
import cepa.fetcher.FeedSettings;
import cepa.fetcher.Plausibility;
import cepa.fetcher.collector.CollectorDownload;
import cepa.fetcher.collector.CollectorFiles;
import cepa.fetcher.collector.FileNames;
import cepa.fetcher.collector.NetworkStatusSplitter;
import cepa.fetcher.collector.Selection;
import cepa.fetcher.http.HttpFetch;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Of each authority the newest vote at CollecTor, unless it is late. A document is named by the
/// identity of its authority.
@Component
class CollectorVotesFeed implements Feed {

  private final FeedSettings settings;
  private final Download download;
  private final DocumentSplitter splitter =
      new NetworkStatusSplitter(NetworkStatusSplitter.Kind.VOTE);
  private final Plausibility plausibility = new VotesPlausibility();

  CollectorVotesFeed(CollectorVotesSettings settings, HttpFetch http) {
    this.settings = settings.feed();
    var names =
        new FileNames(
            "-vote-([0-9A-Fa-f]{40})-[0-9A-Fa-f]{40,64}",
            name -> name.group(2).toUpperCase(Locale.ROOT));
    var selection = Selection.newestOfEach(settings.late());
    var files = new CollectorFiles(names, selection, splitter, Duration.ZERO);
    this.download = new CollectorDownload(http, this.settings, settings.parallel(), files);
  }

  @Override
  public String source() {
    return "collector-votes";
  }

  @Override
  public FeedSettings settings() {
    return settings;
  }

  @Override
  public Download download() {
    return download;
  }

  @Override
  public DocumentSplitter splitter() {
    return splitter;
  }

  @Override
  public Plausibility plausibility() {
    return plausibility;
  }
}
