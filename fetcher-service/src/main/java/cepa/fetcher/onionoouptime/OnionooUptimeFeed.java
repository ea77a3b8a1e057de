package cepa.fetcher.onionoouptime;

import cepa.fetcher.SourceFeed;
import cepa.fetcher.http.HttpDownload;
import cepa.fetcher.http.HttpFetch;
import cepa.fetcher.onionoo.OnionooPlausibility;
import cepa.fetcher.onionoo.OnionooSplitter;
import org.springframework.stereotype.Component;

/// Onionoo's document of uptimes, whole, once it has changed.
@Component
final class OnionooUptimeFeed extends SourceFeed {

  OnionooUptimeFeed(OnionooUptimeSettings settings, HttpFetch http) {
    super(
        "onionoo-uptime",
        settings.feed(),
        new HttpDownload(http, settings.feed(), "uptime", "application/json"),
        new OnionooSplitter(),
        new OnionooPlausibility());
  }
}
