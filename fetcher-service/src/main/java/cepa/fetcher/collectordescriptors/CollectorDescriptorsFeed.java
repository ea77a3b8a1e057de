package cepa.fetcher.collectordescriptors;

import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.Download;
import cepa.fetcher.Feed;
import cepa.fetcher.FeedSettings;
import cepa.fetcher.Plausibility;
import cepa.fetcher.collector.CollectorDownload;
import cepa.fetcher.collector.CollectorFiles;
import cepa.fetcher.collector.CollectorPlausibility;
import cepa.fetcher.collector.Selection;
import cepa.fetcher.http.HttpFetch;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// All files of server descriptors of the last hours at CollecTor, each a document under its own
/// name.
@Component
class CollectorDescriptorsFeed implements Feed {

  private final FeedSettings settings;
  private final Download download;
  private final DocumentSplitter splitter = new DescriptorFileSplitter();
  private final Plausibility plausibility = CollectorPlausibility.ofAllDocuments();

  CollectorDescriptorsFeed(CollectorDescriptorsSettings settings, HttpFetch http) {
    this.settings = settings.feed();
    var selection = Selection.window(settings.window(), settings.atLeast());
    var files =
        new CollectorFiles(DescriptorFileSplitter.NAMES, selection, splitter, Duration.ZERO);
    this.download = new CollectorDownload(http, this.settings, settings.parallel(), files);
  }

  @Override
  public String source() {
    return "collector-descriptors";
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
