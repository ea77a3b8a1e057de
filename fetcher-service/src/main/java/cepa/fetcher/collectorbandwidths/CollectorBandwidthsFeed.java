package cepa.fetcher.collectorbandwidths;

import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.Download;
import cepa.fetcher.Feed;
import cepa.fetcher.FeedSettings;
import cepa.fetcher.Plausibility;
import cepa.fetcher.collector.CollectorDownload;
import cepa.fetcher.collector.CollectorFiles;
import cepa.fetcher.collector.CollectorPlausibility;
import cepa.fetcher.collector.FileNames;
import cepa.fetcher.collector.Selection;
import cepa.fetcher.http.HttpFetch;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// All bandwidth files of the last while at CollecTor: their names do not say which scanner they
/// are from, so the newest of each is among them if the while is longer than scanners take. A
/// document is named by the digest in the name of its file.
@Component
class CollectorBandwidthsFeed implements Feed {

  /// Scanners differ in which of their times ends up in the name.
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private final FeedSettings settings;
  private final Download download;
  private final DocumentSplitter splitter = new BandwidthFileSplitter();
  private final Plausibility plausibility = CollectorPlausibility.ofTheMeanDocument();

  CollectorBandwidthsFeed(CollectorBandwidthsSettings settings, HttpFetch http) {
    this.settings = settings.feed();
    var names =
        new FileNames(
            "-bandwidth-([0-9A-Fa-f]{40,64})", name -> name.group(2).toUpperCase(Locale.ROOT));
    var selection = Selection.window(settings.window(), 1);
    var files = new CollectorFiles(names, selection, splitter, TOLERANCE);
    this.download = new CollectorDownload(http, this.settings, settings.parallel(), files);
  }

  @Override
  public String source() {
    return "collector-bandwidths";
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
