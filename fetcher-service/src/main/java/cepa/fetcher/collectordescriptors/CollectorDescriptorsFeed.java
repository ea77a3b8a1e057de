package cepa.fetcher.collectordescriptors;

import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.SourceFeed;
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
final class CollectorDescriptorsFeed extends SourceFeed {

  CollectorDescriptorsFeed(CollectorDescriptorsSettings settings, HttpFetch http) {
    DocumentSplitter splitter = new DescriptorFileSplitter();
    var selection = Selection.window(settings.window(), settings.atLeast());
    var files =
        new CollectorFiles(DescriptorFileSplitter.NAMES, selection, splitter, Duration.ZERO);
    super(
        "collector-descriptors",
        settings.feed(),
        new CollectorDownload(http, settings.feed(), settings.parallel(), files),
        splitter,
        CollectorPlausibility.ofAllDocuments());
  }
}
