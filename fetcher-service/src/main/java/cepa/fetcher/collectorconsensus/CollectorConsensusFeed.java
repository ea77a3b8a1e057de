package cepa.fetcher.collectorconsensus;

import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.SourceFeed;
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
final class CollectorConsensusFeed extends SourceFeed {

  private static final DocumentSplitter SPLITTER =
      new NetworkStatusSplitter(NetworkStatusSplitter.Kind.CONSENSUS);

  CollectorConsensusFeed(CollectorConsensusSettings settings, HttpFetch http) {
    var names = new FileNames("-consensus", _ -> "consensus");
    var files = new CollectorFiles(names, Selection.newest(), SPLITTER, Duration.ZERO);
    super(
        "collector-consensus",
        settings.feed(),
        new CollectorDownload(http, settings.feed(), 1, files),
        SPLITTER,
        CollectorPlausibility.ofAllDocuments());
  }
}
