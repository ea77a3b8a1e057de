package cepa.fetcher.collectorconsensus;

import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.Download;
import cepa.fetcher.Feed;
import cepa.fetcher.FeedSettings;
import cepa.fetcher.Plausibility;
import cepa.fetcher.collector.CollectorDownload;
import cepa.fetcher.collector.CollectorFiles;
import cepa.fetcher.collector.CollectorPlausibility;
import cepa.fetcher.collector.FileNames;
import cepa.fetcher.collector.NetworkStatusSplitter;
import cepa.fetcher.collector.Selection;
import cepa.fetcher.http.HttpFetch;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// The newest consensus at CollecTor.
@Component
class CollectorConsensusFeed implements Feed {

  private final FeedSettings settings;
  private final Download download;
  private final DocumentSplitter splitter =
      new NetworkStatusSplitter(NetworkStatusSplitter.Kind.CONSENSUS);
  private final Plausibility plausibility = CollectorPlausibility.ofAllDocuments();

  CollectorConsensusFeed(CollectorConsensusSettings settings, HttpFetch http) {
    this.settings = settings.feed();
    var names = new FileNames("-consensus", _ -> "consensus");
    var files = new CollectorFiles(names, Selection.newest(), splitter, Duration.ZERO);
    this.download = new CollectorDownload(http, this.settings, 1, files);
  }

  @Override
  public String source() {
    return "collector-consensus";
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
