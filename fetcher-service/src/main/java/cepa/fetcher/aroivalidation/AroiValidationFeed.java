package cepa.fetcher.aroivalidation;

import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.Download;
import cepa.fetcher.Feed;
import cepa.fetcher.FeedSettings;
import cepa.fetcher.Plausibility;
import cepa.fetcher.http.HttpDownload;
import cepa.fetcher.http.HttpFetch;
import org.springframework.stereotype.Component;

/// The validator's newest results, whole, once it has changed.
@Component
class AroiValidationFeed implements Feed {

  private final FeedSettings settings;
  private final Download download;
  private final DocumentSplitter splitter = new AroiSplitter();
  private final Plausibility plausibility = new AroiPlausibility();

  AroiValidationFeed(AroiValidationSettings settings, HttpFetch http) {
    this.settings = settings.feed();
    this.download = new HttpDownload(http, this.settings, "aroi", "application/json");
  }

  @Override
  public String source() {
    return "aroi-validation";
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
