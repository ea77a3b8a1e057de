package cepa.fetcher.onionoobandwidth;

import cepa.fetcher.SourceFeed;
import cepa.fetcher.http.HttpDownload;
import cepa.fetcher.http.HttpFetch;
import cepa.fetcher.onionoo.OnionooPlausibility;
import cepa.fetcher.onionoo.OnionooSplitter;
import org.springframework.stereotype.Component;

/// Onionoo's document of bandwidth histories, whole, once it has changed.
@Component
final class OnionooBandwidthFeed extends SourceFeed {

  OnionooBandwidthFeed(OnionooBandwidthSettings settings, HttpFetch http) {
    super(
        "onionoo-bandwidth",
        settings.feed(),
        new HttpDownload(http, settings.feed(), "bandwidth", "application/json"),
        new OnionooSplitter(),
        new OnionooPlausibility());
  }
}
