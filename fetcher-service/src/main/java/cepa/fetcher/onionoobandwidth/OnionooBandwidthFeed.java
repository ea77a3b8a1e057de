package cepa.fetcher.onionoobandwidth;

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

/// Onionoo's document of bandwidth histories, whole, once it has changed.
@Component
class OnionooBandwidthFeed implements Feed {

  private final FeedSettings settings;
  private final Download download;
  private final DocumentSplitter splitter = new OnionooSplitter();
  private final Plausibility plausibility = new OnionooPlausibility();

  OnionooBandwidthFeed(OnionooBandwidthSettings settings, HttpFetch http) {
    this.settings = settings.feed();
    this.download = new HttpDownload(http, this.settings, "bandwidth", "application/json");
  }

  @Override
  public String source() {
    return "onionoo-bandwidth";
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
