package cepa.fetcher.http;

import cepa.fetcher.Download;
import cepa.fetcher.DownloadContext;
import cepa.fetcher.Downloaded;
import cepa.fetcher.FeedSettings;
import cepa.topic.SnapshotManifest;
import java.util.List;

/// The download of a source that is one document under one URL.
public final class HttpDownload implements Download {

  private final HttpFetch http;
  private final FeedSettings settings;
  private final String document;
  private final String accept;

  /// @param document the document's name within its source
  /// @param accept media type to ask for
  public HttpDownload(HttpFetch http, FeedSettings settings, String document, String accept) {
    this.http = http;
    this.settings = settings;
    this.document = document;
    this.accept = accept;
  }

  @Override
  public Downloaded download(DownloadContext context) throws InterruptedException {
    SnapshotManifest previous = context.previous();
    Get get =
        new Get(
            settings.endpoint(),
            document,
            accept,
            previous == null ? null : previous.validators(),
            settings.transfer(),
            settings.retry());
    return switch (http.get(get, context)) {
      case Answer.NotModified _ -> new Downloaded.NotModified();
      case Answer.Body body ->
          new Downloaded.Documents(
              List.of(new Downloaded.Obtained.Loaded(body.document())), body.validators());
    };
  }
}
