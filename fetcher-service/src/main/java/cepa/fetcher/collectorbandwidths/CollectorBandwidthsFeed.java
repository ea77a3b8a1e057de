package cepa.fetcher.collectorbandwidths;

import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.SourceFeed;
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
final class CollectorBandwidthsFeed extends SourceFeed {

  /// Scanners differ in which of their times ends up in the name.
  private static final Duration TOLERANCE = Duration.ofDays(1);

  CollectorBandwidthsFeed(CollectorBandwidthsSettings settings, HttpFetch http) {
    DocumentSplitter splitter = new BandwidthFileSplitter();
    var names =
        new FileNames(
            "-bandwidth-([0-9A-Fa-f]{40,64})", name -> name.group(2).toUpperCase(Locale.ROOT));
    var selection = Selection.window(settings.window(), 1);
    var files = new CollectorFiles(names, selection, splitter, TOLERANCE);
    super(
        "collector-bandwidths",
        settings.feed(),
        new CollectorDownload(http, settings.feed(), settings.parallel(), files),
        splitter,
        CollectorPlausibility.ofTheMeanDocument());
  }
}
