package cepa.standalone.facts.section;

import cepa.model.Relay;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.JudgedFlag;
import cepa.model.consensus.RelayEvaluation;
import cepa.model.consensus.RelayValues;
import cepa.model.consensus.ThresholdSummary;
import cepa.model.consensus.ValueStatistics;
import cepa.standalone.facts.Rounded;
import cepa.standalone.facts.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What flags depend on, as golden files lay it out.
final class RelayValueLayout {

  private RelayValueLayout() {}

  static Map<String, @Nullable Object> values(
      ConsensusEvaluations all, Relay relay, RelayEvaluation own, RelayValues values) {
    int authorities = all.counted();
    ThresholdSummary limits = all.thresholds();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put(
        "wfu_stats", statistics(all, values.wfu(), share -> EvaluationTexts.percent(share, 1)));
    facts.put("tk_stats", statistics(all, values.timeKnown(), EvaluationTexts::days));
    facts.put("mtbf_stats", statistics(all, values.mtbf(), EvaluationTexts::days));
    facts.put("wfu_meets", Boolean.TRUE.equals(values.guardWfuMet()));
    facts.put("tk_meets", Boolean.TRUE.equals(values.guardTimeKnownMet()));
    Long missing = values.guardTimeKnownMissing();
    facts.put(
        "tk_days_needed",
        new Rounded(missing == null ? 0 : missing / EvaluationTexts.DAY, 2 / EvaluationTexts.DAY));
    facts.put("guard_bw_meets_guarantee", values.guardGuaranteeMet());
    facts.put("guard_bw_meets_count", values.guardBandwidthMet());
    facts.put(
        "guard_bw_guarantee_display",
        EvaluationTexts.rate((double) FlagThresholds.GUARD_GUARANTEE));
    facts.put("guard_bw_range", range(limits.guardTopQuarter()));
    Integer met = values.guardBandwidthMet();
    facts.put("guard_bw_meets_some", met != null && met > 0);
    for (String flag : List.of("guard", "hsdir")) {
      facts.put(flag + "_prereq_fast_count", values.hasFast());
      facts.put(flag + "_prereq_stable_count", values.hasStable());
      facts.put(flag + "_prereq_v2dir_count", values.hasV2Dir());
    }
    var stable = own.flags().get(JudgedFlag.STABLE);
    int eligible = stable == null ? 0 : stable.eligible();
    facts.put("stable_mtbf_meets_count", eligible);
    facts.put("stable_mtbf_meets_all", eligible == authorities);
    span(facts, "stable_mtbf", limits.stableMtbf());
    facts.put("stable_mtbf_strict_auths", limits.strictMtbf());
    facts.put("stable_uptime", values.uptime());
    facts.put("stable_uptime_display", EvaluationTexts.days(values.uptime()));
    facts.put("stable_uptime_meets_count", values.stableUptimeMet());
    facts.put(
        "stable_uptime_meets_all",
        values.stableUptimeMet() != null
            && values.stableUptimeMet() == values.stableUptimePublished());
    span(facts, "stable_uptime", limits.stableUptime());
    facts.put("stable_uptime_strict_auths", limits.strictUptime());
    facts.put("fast_meets_minimum", values.fastGuaranteeMet());
    facts.put("fast_meets_count", values.fastMet());
    facts.put("fast_meets_all", values.fastMet() != null && values.fastMet() == authorities);
    facts.put("fast_minimum_display", EvaluationTexts.rate((double) FlagThresholds.FAST_GUARANTEE));
    Double bandwidth = values.bandwidth() == null ? null : (double) values.bandwidth();
    facts.put("fast_speed_display", EvaluationTexts.rate(bandwidth));
    facts.put("observed_bw_display", EvaluationTexts.rate(bandwidth));
    ThresholdSummary.Span fast = limits.fastSpeed();
    facts.put(
        "fast_speed_max_display",
        EvaluationTexts.rate(fast == null ? null : (double) fast.greatest()));
    facts.put("fast_speed_strict_auths", limits.strictFast());
    facts.put("hsdir_wfu_meets", Boolean.TRUE.equals(values.hsdirWfuMet()));
    facts.put("hsdir_wfu_threshold", limits.hsdirWfu());
    facts.put("hsdir_tk_meets_count", values.hsdirTimeKnownMet());
    facts.put("hsdir_tk_meets", values.hsdirTimeKnownMet() >= all.majority());
    facts.put("hsdir_tk_max_display", EvaluationTexts.days(limits.hsdirTimeKnown()));
    facts.put(
        "hsdir_tk_consensus_display",
        EvaluationTexts.days(FlagThresholds.HSDIR_TIME_KNOWN_DEFAULT));
    facts.put("hsdir_tk_strict_auths", limits.strictHsdirTimeKnown());
    if (own.reachability() != null) {
      facts.put("running_ipv4_count", own.reachability().ipv4().size());
      facts.put("running_ipv6_count", own.reachability().ipv6().size());
      facts.put("running_ipv6_tested", own.reachability().ipv6Tested());
      facts.put("running_has_ipv6", own.reachability().ipv6Tested() > 0);
    }
    policy(facts, own, values);
    facts.put("v2dir_has_flag", relay.has("V2Dir"));
    String dir = relay.addresses().dir();
    facts.put("v2dir_has_dirport", dir != null);
    facts.put("v2dir_dir_address", dir == null ? "" : dir);
    facts.put(
        "v2dir_display",
        dir != null
            ? "DirPort: " + dir.substring(dir.lastIndexOf(':') + 1)
            : relay.has("V2Dir")
                ? "Tunnelled: Yes (no DirPort)"
                : "No DirPort, no tunnelled-dir-server");
    return facts;
  }

  private static void policy(
      Map<String, @Nullable Object> facts, RelayEvaluation own, RelayValues values) {
    boolean web = Boolean.TRUE.equals(values.port80());
    boolean safe = Boolean.TRUE.equals(values.port443());
    facts.put("exit_allows_80", web);
    facts.put("exit_allows_443", safe);
    facts.put("exit_eligible", web && safe);
    facts.put(
        "exit_policy_display",
        values.port80() == null
            ? "No exit policy"
            : "Port 80: " + (web ? "Yes" : "No") + " | Port 443: " + (safe ? "Yes" : "No"));
    facts.put("exit_assigned_count", own.assigned("Exit"));
    facts.put("middleonly_count", own.assigned("MiddleOnly"));
    facts.put("middleonly_flagged", own.assigned("MiddleOnly") > 0);
    facts.put("badexit_count", own.assigned("BadExit"));
    facts.put("badexit_flagged", own.assigned("BadExit") > 0);
  }

  private static void span(
      Map<String, @Nullable Object> facts, String name, ThresholdSummary.@Nullable Span span) {
    if (span != null) {
      facts.put(name + "_min_display", EvaluationTexts.days(span.least()));
      facts.put(name + "_typical_display", EvaluationTexts.days(span.typical()));
      facts.put(name + "_max_display", EvaluationTexts.days(span.greatest()));
    }
  }

  private static Map<String, @Nullable Object> statistics(
      ConsensusEvaluations all, @Nullable ValueStatistics own, Function<Double, Object> display) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    if (own == null) {
      return facts;
    }
    value(facts, "primary", own.primary(), display);
    value(facts, "median", own.median(), display);
    value(facts, "min", own.least(), display);
    value(facts, "max", own.greatest(), display);
    facts.put("primary_count", own.primaryCount());
    facts.put("has_majority", own.majority());
    facts.put("has_variation", own.least() != own.greatest());
    facts.put("voting_count", own.values());
    facts.put("total_possible", all.voters().size());
    facts.put("meets_threshold_count", own.meeting());
    return facts;
  }

  private static void value(
      Map<String, @Nullable Object> facts,
      String name,
      double value,
      Function<Double, Object> display) {
    facts.put(name + "_value", value);
    facts.put(name + "_display", display.apply(value));
  }

  private static Object range(ThresholdSummary.@Nullable Span span) {
    if (span == null) {
      return "N/A";
    }
    Object least = EvaluationTexts.rate((double) span.least());
    Object greatest = EvaluationTexts.rate((double) span.greatest());
    return span.least() == span.greatest() ? least : Shown.join("-", List.of(least, greatest));
  }
}
