package cepa.fetcher.onionoodetails;

import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.Download;
import cepa.fetcher.Feed;
import cepa.fetcher.FeedSettings;
import cepa.fetcher.Plausibility;
import cepa.fetcher.http.HttpDownload;
import cepa.fetcher.http.HttpFetch;
import cepa.fetcher.onionoo.OnionooPlausibility;
import cepa.fetcher.onionoo.OnionooSplitter;
import org.springframework.stereotype.Component;

/// Onionoo's document of details, whole, once it has changed.
@Component
class OnionooDetailsFeed implements Feed {

  private final FeedSettings settings;
  private final Download download;
  private final DocumentSplitter splitter = new OnionooSplitter();
  private final Plausibility plausibility = new OnionooPlausibility();

  OnionooDetailsFeed(OnionooDetailsSettings settings, HttpFetch http) {
    this.settings = settings.feed();
    this.download = new HttpDownload(http, this.settings, "details", "application/json");
  }

  @Override
  public String source() {
    return "onionoo-details";
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
