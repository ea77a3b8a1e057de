package cepa.model.consensus;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether a relay meets an authority's conditions for each flag (consensus 6 with D-C3, D-C5 to
/// D-C8).
///
/// @param flags as voted by that authority
/// @param wfu 0..1; null if unknown
/// @param timeKnown seconds; null if unknown
/// @param mtbf seconds; null if unknown
/// @param bandwidth bytes/s the authority judges by; null if unknown
/// @param uptime seconds; null if unknown
record FlagConditions(
    List<String> flags,
    @Nullable Double wfu,
    @Nullable Long timeKnown,
    @Nullable Long mtbf,
    @Nullable Long bandwidth,
    @Nullable Long uptime) {

  Map<JudgedFlag, Eligibility> judge(FlagThresholds thresholds) {
    Map<JudgedFlag, Eligibility> judged = new EnumMap<>(JudgedFlag.class);
    for (JudgedFlag flag : JudgedFlag.values()) {
      judged.put(
          flag,
          switch (flag) {
            case FAST -> atLeast(bandwidth, thresholds.fastBandwidth());
            case STABLE -> stable(thresholds);
            case HSDIR -> hsdir(thresholds);
            case GUARD -> guard(thresholds);
            // Nothing to meet: the authority decides by policy or by hand.
            case EXIT, MIDDLE_ONLY, BAD_EXIT -> has(flag.flag());
          });
    }
    return judged;
  }

  private Eligibility guard(FlagThresholds thresholds) {
    return prerequisites()
        .and(atLeast(wfu, thresholds.guardWfuOrDefault()))
        .and(atLeast(timeKnown, thresholds.guardTimeKnownOrDefault()))
        .and(atLeast(bandwidth, thresholds.guardBandwidth()));
  }

  private Eligibility hsdir(FlagThresholds thresholds) {
    return prerequisites()
        .and(atLeast(wfu, thresholds.hsdirWfuOrDefault()))
        .and(atLeast(timeKnown, thresholds.hsdirTimeKnownOrDefault()));
  }

  /// Time between failures decides where the authority has data enough, else uptime: never one or
  /// the other (D-C6).
  private Eligibility stable(FlagThresholds thresholds) {
    if (thresholds.enoughMtbf() == null) {
      return Eligibility.UNKNOWN;
    }
    return thresholds.enoughMtbf()
        ? atLeast(mtbf, thresholds.stableMtbfLowered())
        : atLeast(uptime, thresholds.stableUptimeLowered());
  }

  private Eligibility prerequisites() {
    return has("Fast").and(has("Stable")).and(has("V2Dir"));
  }

  private Eligibility has(String flag) {
    return Eligibility.of(flags.contains(flag));
  }

  private static Eligibility atLeast(@Nullable Double value, double threshold) {
    return value == null ? Eligibility.UNKNOWN : Eligibility.of(value >= threshold);
  }

  private static Eligibility atLeast(@Nullable Long value, long threshold) {
    return value == null ? Eligibility.UNKNOWN : Eligibility.of(value >= threshold);
  }
}
