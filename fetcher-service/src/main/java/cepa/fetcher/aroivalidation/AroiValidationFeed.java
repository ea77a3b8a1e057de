package cepa.fetcher.aroivalidation;

import cepa.fetcher.SourceFeed;
import cepa.fetcher.http.HttpDownload;
import cepa.fetcher.http.HttpFetch;
import org.springframework.stereotype.Component;

/// The validator's newest results, whole, once it has changed.
@Component
final class AroiValidationFeed extends SourceFeed {

  AroiValidationFeed(AroiValidationSettings settings, HttpFetch http) {
    super(
        "aroi-validation",
        settings.feed(),
        new HttpDownload(http, settings.feed(), "aroi", "application/json"),
        new AroiSplitter(),
        new AroiPlausibility());
  }
}
