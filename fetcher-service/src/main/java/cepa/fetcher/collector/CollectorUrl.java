package cepa.fetcher.collector;

import cepa.fetcher.FeedSettings;
import java.net.URI;

/// URLs of CollecTor's directories.
public final class CollectorUrl {

  private CollectorUrl() {}

  /// `url` as that of a directory: with a slash at its end.
  ///
  /// @throws IllegalArgumentException if it cannot be one, see [FeedSettings#requireHttp(URI)]
  public static URI directory(URI url) {
    FeedSettings.requireHttp(url);
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException("url must be a directory, without ? and #");
    }
    String text = url.toString();
    return text.endsWith("/") ? url : URI.create(text + "/");
  }
}
