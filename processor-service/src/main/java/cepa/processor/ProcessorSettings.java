package cepa.processor;

import cepa.model.SiteSettings.BandwidthUnit;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How builds are made.
///
/// @param sources ids of the sources to use; empty for all there are. Figures of the others are
///   unknown
/// @param automatic whether accepted snapshots start builds; otherwise only requests do
/// @param quietPeriod how long after a snapshot arrived a build waits for others to arrive
/// @param longestWait how long a build waits at most when snapshots keep arriving
/// @param firstGrace how long the very first build waits for sources that have neither delivered
///   nor failed
/// @param shardDeadline a build fails if no shard was reported for this long
/// @param shards number of shards a site is rendered in
/// @param retainedBuilds finished builds kept for rollback and comparison
/// @param retainedDays one build of each day is kept for so many days
/// @param garbageAge nothing younger than this is ever deleted
/// @param baseUrl absolute URL the site is reached under; null if not known
/// @param bandwidthUnit how rates are printed
/// @param filterDowntimeDays relays offline for more days are left out; 0 or less keeps all
@Validated
@ConfigurationProperties("cepa.processor")
public record ProcessorSettings(
    @DefaultValue Set<String> sources,
    @DefaultValue("true") boolean automatic,
    @DefaultValue("10s") Duration quietPeriod,
    @DefaultValue("60s") Duration longestWait,
    @DefaultValue("5m") Duration firstGrace,
    @DefaultValue("5m") Duration shardDeadline,
    @Min(1) @Max(4096) @DefaultValue("64") int shards,
    @Min(2) @DefaultValue("48") int retainedBuilds,
    @Min(0) @DefaultValue("30") int retainedDays,
    @DefaultValue("24h") Duration garbageAge,
    @Nullable URI baseUrl,
    @DefaultValue("bits") BandwidthUnit bandwidthUnit,
    @DefaultValue("7") int filterDowntimeDays) {

  public ProcessorSettings {
    sources = Set.copyOf(sources);
    requireNotNegative("quiet-period", quietPeriod);
    requireNotNegative("longest-wait", longestWait);
    requireNotNegative("first-grace", firstGrace);
    requireNotNegative("garbage-age", garbageAge);
    if (!shardDeadline.isPositive()) {
      throw new IllegalArgumentException(
          "cepa.processor.shard-deadline must be more than nothing, not " + shardDeadline);
    }
    if (baseUrl != null) {
      String scheme = baseUrl.getScheme();
      boolean web = "https".equals(scheme) || "http".equals(scheme);
      if (!web || baseUrl.getHost() == null || baseUrl.getQuery() != null) {
        throw new IllegalArgumentException(
            "cepa.processor.base-url must be an absolute http or https URL without a query, not "
                + baseUrl);
      }
    }
  }

  private static void requireNotNegative(String key, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(
          "cepa.processor." + key + " must not be negative, as " + value + " is");
    }
  }

  /// The base URL without a trailing slash; null if not known.
  public @Nullable String baseUrlText() {
    return baseUrl == null ? null : baseUrl.toString().replaceAll("/+$", "");
  }
}
