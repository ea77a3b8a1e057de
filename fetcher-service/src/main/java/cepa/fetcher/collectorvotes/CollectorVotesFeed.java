package cepa.fetcher.collectorvotes;

import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.SourceFeed;
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
final class CollectorVotesFeed extends SourceFeed {

  private static final DocumentSplitter SPLITTER =
      new NetworkStatusSplitter(NetworkStatusSplitter.Kind.VOTE);

  CollectorVotesFeed(CollectorVotesSettings settings, HttpFetch http) {
    var names =
        new FileNames(
            "-vote-([0-9A-Fa-f]{40})-[0-9A-Fa-f]{40,64}",
            name -> name.group(2).toUpperCase(Locale.ROOT));
    var selection = Selection.newestOfEach(settings.late());
    var files = new CollectorFiles(names, selection, SPLITTER, Duration.ZERO);
    super(
        "collector-votes",
        settings.feed(),
        new CollectorDownload(http, settings.feed(), settings.parallel(), files),
        SPLITTER,
        new VotesPlausibility());
  }
}
