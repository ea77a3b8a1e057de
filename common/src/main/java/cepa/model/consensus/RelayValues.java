package cepa.model.consensus;

import org.jspecify.annotations.Nullable;

/// The figures behind a relay's flags (consensus 9.4, 9.5). Counts are of authorities whose vote
/// counts; rates are bytes/s; times are seconds.
///
/// @param wfu weighted fractional uptime, 0..1; threshold 0.98
/// @param timeKnown threshold that of Guard
/// @param mtbf without a threshold
/// @param guardWfuMet null if unknown
/// @param guardTimeKnownMet null if unknown
/// @param guardTimeKnownMissing until Guard's threshold; 0 if met; null if unknown
/// @param bandwidth what the relay observed of itself, else what the first voter has; null if
///   unknown
/// @param guardGuaranteeMet at least [FlagThresholds#GUARD_GUARANTEE]; null if unknown
/// @param guardBandwidthMet authorities whose bandwidth condition is met; null if unknown
/// @param hasFast votes with Fast, condition of Guard and HSDir
/// @param hasStable votes with Stable
/// @param hasV2Dir votes with V2Dir
/// @param uptime since its last restart; null if unknown
/// @param stableUptimeMet authorities whose published median of uptime it reaches; null if unknown
/// @param stableUptimePublished authorities that publish one
/// @param fastGuaranteeMet at least [FlagThresholds#FAST_GUARANTEE]; null if unknown
/// @param fastMet authorities whose threshold is met; null if unknown
/// @param hsdirWfuMet null if unknown
/// @param hsdirTimeKnownMet authorities whose threshold the time they know it reaches
/// @param port80 whether traffic goes out to port 80; null without a policy
/// @param port443 likewise
public record RelayValues(
    @Nullable ValueStatistics wfu,
    @Nullable ValueStatistics timeKnown,
    @Nullable ValueStatistics mtbf,
    @Nullable Boolean guardWfuMet,
    @Nullable Boolean guardTimeKnownMet,
    @Nullable Long guardTimeKnownMissing,
    @Nullable Long bandwidth,
    @Nullable Boolean guardGuaranteeMet,
    @Nullable Integer guardBandwidthMet,
    int hasFast,
    int hasStable,
    int hasV2Dir,
    @Nullable Long uptime,
    @Nullable Integer stableUptimeMet,
    int stableUptimePublished,
    @Nullable Boolean fastGuaranteeMet,
    @Nullable Integer fastMet,
    @Nullable Boolean hsdirWfuMet,
    int hsdirTimeKnownMet,
    @Nullable Boolean port80,
    @Nullable Boolean port443) {}
