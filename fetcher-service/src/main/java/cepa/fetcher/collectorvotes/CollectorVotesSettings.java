package cepa.fetcher.collectorvotes;

import cepa.fetcher.TransferSettings;
import cepa.fetcher.collector.CollectorUrl;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Settings of the source `collector-votes`.
///
/// @param url the directory; without credentials; a slash at its end is added
/// @param cadence time between two attempts that end well
/// @param retryCadence time from the first failed attempt to the next; doubles up to `cadence`
/// @param freshFor data older than this is stale
/// @param usableFor data older than this is as good as none
/// @param idleTimeout longest time without a byte once an answer has begun
/// @param totalTimeout longest time for a whole attempt: listing, all files and all retries
/// @param retries further tries of each transfer
/// @param backoff pause before the first retry; doubles with each
/// @param maxRetryAfter longest `Retry-After` that is waited for within an attempt
/// @param maxSize largest file, decoded
/// @param parallel how many files are loaded at a time
/// @param late how much older than the newest vote one may be and still count
@Validated
@ConfigurationProperties("cepa.fetcher.collector-votes")
public record CollectorVotesSettings(
    @DefaultValue("https://collector.torproject.org/recent/relay-descriptors/votes/") URI url,
    @DefaultValue("15m") Duration cadence,
    @DefaultValue("5m") Duration retryCadence,
    @DefaultValue("150m") Duration freshFor,
    @DefaultValue("3h") Duration usableFor,
    @DefaultValue("60s") Duration idleTimeout,
    @DefaultValue("10m") Duration totalTimeout,
    @Min(0) @Max(20) @DefaultValue("2") int retries,
    @DefaultValue("1s") Duration backoff,
    @DefaultValue("1m") Duration maxRetryAfter,
    @DefaultValue("100MB") DataSize maxSize,
    @Min(1) @Max(16) @DefaultValue("4") int parallel,
    @DefaultValue("1h") Duration late)
    implements TransferSettings {

  public CollectorVotesSettings {
    url = CollectorUrl.directory(url);
    if (late.isNegative()) {
      throw new IllegalArgumentException("late must not be negative, not " + late);
    }
  }
}
