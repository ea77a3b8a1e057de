package cepa.model.consensus;

import org.jspecify.annotations.Nullable;

/// The thresholds an authority published in its vote; null what it did not publish. Methods give
/// what it really compares with. Source: votes, `flag-thresholds` (sources 8.2).
///
/// @param guardWfu weighted fractional uptime for Guard, 0..1
/// @param guardTimeKnown seconds
/// @param guardBandwidthWithExits top quarter of all relays, bytes/s
/// @param guardBandwidthWithoutExits top quarter of relays that are no exits, bytes/s
/// @param fastSpeed bytes/s
/// @param stableUptime median of the network, seconds
/// @param stableMtbf median of the network, seconds
/// @param enoughMtbf whether the authority has data enough to judge by time between failures
/// @param ignoringAdvertised whether unmeasured relays count as having no bandwidth
/// @param hsdirWfu 0..1
/// @param hsdirTimeKnown seconds
public record FlagThresholds(
    @Nullable Double guardWfu,
    @Nullable Long guardTimeKnown,
    @Nullable Long guardBandwidthWithExits,
    @Nullable Long guardBandwidthWithoutExits,
    @Nullable Long fastSpeed,
    @Nullable Long stableUptime,
    @Nullable Long stableMtbf,
    @Nullable Boolean enoughMtbf,
    @Nullable Boolean ignoringAdvertised,
    @Nullable Double hsdirWfu,
    @Nullable Long hsdirTimeKnown) {

  /// Enough for Guard whatever the network has, bytes/s: Tor's 2 MB in whole kilobytes of 1,000
  /// (D-C8).
  public static final long GUARD_GUARANTEE = 2_097_000;

  /// Enough for Fast, bytes/s: Tor's 100 KB in whole kilobytes of 1,000 (D-C8).
  public static final long FAST_GUARANTEE = 102_000;

  /// Enough for Stable, seconds between failures (D-C6).
  public static final long STABLE_MTBF_GUARANTEE = 432_000;

  /// Enough for Stable where uptime decides, seconds (D-C6).
  public static final long STABLE_UPTIME_GUARANTEE = 2_592_000;

  public static final double WFU_DEFAULT = 0.98;

  /// Eight days.
  public static final long GUARD_TIME_KNOWN_DEFAULT = 691_200;

  /// 25 hours.
  public static final long HSDIR_TIME_KNOWN_DEFAULT = 90_000;

  /// Of an authority that published none.
  public static final FlagThresholds NONE =
      new FlagThresholds(null, null, null, null, null, null, null, null, null, null, null);

  public double guardWfuOrDefault() {
    return guardWfu == null ? WFU_DEFAULT : guardWfu;
  }

  public long guardTimeKnownOrDefault() {
    return guardTimeKnown == null ? GUARD_TIME_KNOWN_DEFAULT : guardTimeKnown;
  }

  public double hsdirWfuOrDefault() {
    return hsdirWfu == null ? WFU_DEFAULT : hsdirWfu;
  }

  public long hsdirTimeKnownOrDefault() {
    return hsdirTimeKnown == null ? HSDIR_TIME_KNOWN_DEFAULT : hsdirTimeKnown;
  }

  /// Bytes/s of the top quarter: the smaller of the two published values (D-C5); null if none is,
  /// then only the guarantee suffices.
  public @Nullable Long guardTopQuarter() {
    if (guardBandwidthWithExits == null || guardBandwidthWithoutExits == null) {
      return guardBandwidthWithExits == null ? guardBandwidthWithoutExits : guardBandwidthWithExits;
    }
    return Math.min(guardBandwidthWithExits, guardBandwidthWithoutExits);
  }

  /// Bytes/s that suffice for the bandwidth condition of Guard.
  public long guardBandwidth() {
    Long topQuarter = guardTopQuarter();
    return topQuarter == null ? GUARD_GUARANTEE : Math.min(topQuarter, GUARD_GUARANTEE);
  }

  /// Bytes/s that suffice for Fast.
  public long fastBandwidth() {
    return fastSpeed == null ? FAST_GUARANTEE : Math.min(fastSpeed, FAST_GUARANTEE);
  }

  /// Seconds between failures that suffice for Stable: the published median lowered to the
  /// guarantee (D-C6).
  public long stableMtbfLowered() {
    return stableMtbf == null ? STABLE_MTBF_GUARANTEE : Math.min(stableMtbf, STABLE_MTBF_GUARANTEE);
  }

  /// Seconds of uptime that suffice for Stable where uptime decides.
  public long stableUptimeLowered() {
    return stableUptime == null
        ? STABLE_UPTIME_GUARANTEE
        : Math.min(stableUptime, STABLE_UPTIME_GUARANTEE);
  }
}
