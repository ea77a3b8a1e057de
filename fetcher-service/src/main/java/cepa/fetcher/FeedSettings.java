package cepa.fetcher;

import java.net.URI;
import java.time.Duration;

/// What the engine needs of a feed's settings.
///
/// @param endpoint where the source is; snapshots of different endpoints are never compared, and
///   validators of one are never sent to another. Without credentials
/// @param cadence time between two attempts that end well
/// @param retryCadence time from the first failed attempt to the next; doubles with each further
///   failure up to `cadence`
/// @param freshFor data older than this is stale (health says so)
/// @param usableFor data older than this is as good as none (health is down)
/// @param transfer limits of one transfer
/// @param retry what happens to a transfer that failed
public record FeedSettings(
    URI endpoint,
    Duration cadence,
    Duration retryCadence,
    Duration freshFor,
    Duration usableFor,
    TransferLimits transfer,
    RetryPolicy retry) {

  public FeedSettings {
    requirePositive("cadence", cadence);
    requirePositive("retry-cadence", retryCadence);
    requirePositive("fresh-for", freshFor);
    requirePositive("usable-for", usableFor);
    if (usableFor.compareTo(freshFor) < 0) {
      throw new IllegalArgumentException(
          "usable-for (" + usableFor + ") must not be shorter than fresh-for (" + freshFor + ")");
    }
  }

  static void requirePositive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be longer than zero, not " + value);
    }
  }

  /// `endpoint` if it can be one of a source fetched over HTTP.
  ///
  /// @throws IllegalArgumentException if it is not an absolute http or https URL, or holds a name
  ///   or password, which would end up on the log
  public static URI requireHttp(URI endpoint) {
    String scheme = endpoint.getScheme();
    boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    if (!http || endpoint.getHost() == null) {
      throw new IllegalArgumentException("url must be an absolute http or https URL");
    }
    if (endpoint.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "url must not hold a name or password: it is written to the log");
    }
    return endpoint;
  }
}
