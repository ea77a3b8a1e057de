package cepa.fetcher.onionoodetails;

import cepa.fetcher.SourceFeed;
import cepa.fetcher.http.HttpDownload;
import cepa.fetcher.http.HttpFetch;
import cepa.fetcher.onionoo.OnionooPlausibility;
import cepa.fetcher.onionoo.OnionooSplitter;
import org.springframework.stereotype.Component;

/// Onionoo's document of details, whole, once it has changed.
@Component
final class OnionooDetailsFeed extends SourceFeed {

  OnionooDetailsFeed(OnionooDetailsSettings settings, HttpFetch http) {
    super(
        "onionoo-details",
        settings.feed(),
        new HttpDownload(http, settings.feed(), "details", "application/json"),
        new OnionooSplitter(),
        new OnionooPlausibility());
  }
}
