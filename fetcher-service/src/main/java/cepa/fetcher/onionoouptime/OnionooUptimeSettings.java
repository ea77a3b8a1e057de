package cepa.fetcher.onionoouptime;

import cepa.fetcher.FeedSettings;
import cepa.fetcher.TransferSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Settings of the source `onionoo-uptime`.
///
/// @param url the document; without credentials, limit or offset
/// @param cadence time between two attempts that end well
/// @param retryCadence time from the first failed attempt to the next; doubles up to `cadence`
/// @param freshFor data older than this is stale
/// @param usableFor data older than this is as good as none
/// @param idleTimeout longest time without a byte once the answer has begun
/// @param totalTimeout longest time for one try
/// @param retries further tries of an attempt
/// @param backoff pause before the first retry; doubles with each
/// @param maxRetryAfter longest `Retry-After` that is waited for within an attempt
/// @param maxSize largest document, decoded
@Validated
@ConfigurationProperties("cepa.fetcher.onionoo-uptime")
public record OnionooUptimeSettings(
    @DefaultValue("https://onionoo.torproject.org/uptime") URI url,
    @DefaultValue("1h") Duration cadence,
    @DefaultValue("5m") Duration retryCadence,
    @DefaultValue("12h") Duration freshFor,
    @DefaultValue("72h") Duration usableFor,
    @DefaultValue("60s") Duration idleTimeout,
    @DefaultValue("20m") Duration totalTimeout,
    @Min(0) @Max(20) @DefaultValue("2") int retries,
    @DefaultValue("2s") Duration backoff,
    @DefaultValue("2m") Duration maxRetryAfter,
    @DefaultValue("4GB") DataSize maxSize)
    implements TransferSettings {

  public OnionooUptimeSettings {
    FeedSettings.requireHttp(url);
  }
}
