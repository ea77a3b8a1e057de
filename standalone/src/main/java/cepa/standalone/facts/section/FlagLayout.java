package cepa.standalone.facts.section;

import cepa.model.FlagOrder;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.Eligibility;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.JudgedFlag;
import cepa.model.consensus.RelayEvaluation;
import cepa.model.consensus.RouterVote;
import cepa.model.consensus.Voter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Flags and who gives them, as golden files lay them out.
final class FlagLayout {

  private FlagLayout() {}

  static List<String> flagOrder(List<String> flags) {
    return FlagOrder.of(flags);
  }

  static List<Object> unanimity(RelayEvaluation own, RouterVote vote) {
    List<Object> facts = new ArrayList<>();
    for (String flag : flagOrder(vote.flags())) {
      boolean unanimous = own.assigned(flag) == own.listed();
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("name", flag);
      entry.put("unanimous", unanimous);
      entry.put("partial", !unanimous);
      facts.add(entry);
    }
    return facts;
  }

  static Map<String, @Nullable Object> summary(ConsensusEvaluations all, RelayEvaluation own) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (JudgedFlag flag : JudgedFlag.values()) {
      int count = own.assigned(flag.flag());
      boolean full = count >= all.majority();
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("eligible_count", count);
      entry.put("total_authorities", all.voters().size());
      entry.put("status", count == 0 ? "none" : full ? "full" : "partial");
      entry.put("status_class", count == 0 ? "danger" : full ? "success" : "warning");
      entry.put(
          "display",
          count == 0
              ? "Not eligible from any authority"
              : "Eligible from " + count + "/" + all.voters().size() + " authorities");
      List<Object> details = new ArrayList<>();
      own.votes().stream()
          .filter(RouterVote::hasEntry)
          .forEach(vote -> details.add(detail(all, flag, vote)));
      entry.put("details", details);
      facts.put(flag.flag().toLowerCase(Locale.ROOT), entry);
    }
    return facts;
  }

  private static Map<String, @Nullable Object> detail(
      ConsensusEvaluations all, JudgedFlag flag, RouterVote vote) {
    Voter voter = all.voters().get(vote.voter());
    FlagThresholds limits = voter.thresholds();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("authority", voter.name());
    facts.put("assigned", vote.has(flag.flag()));
    facts.put("eligible", vote.eligible().get(flag) == Eligibility.YES);
    if (flag == JudgedFlag.GUARD || flag == JudgedFlag.HSDIR) {
      facts.put("has_fast", vote.has("Fast"));
      facts.put("has_stable", vote.has("Stable"));
      facts.put("has_v2dir", vote.has("V2Dir"));
    }
    switch (flag) {
      case FAST -> {
        facts.put("speed_threshold", limits.fastBandwidth());
        facts.put("speed_value", judged(vote));
      }
      case STABLE -> {
        facts.put("mtbf_threshold", limits.stableMtbfLowered());
        facts.put("mtbf_value", vote.mtbf());
      }
      case HSDIR -> {
        facts.put("tk_threshold", limits.hsdirTimeKnownOrDefault());
        facts.put("wfu_threshold", limits.hsdirWfuOrDefault());
        facts.put(
            "metrics_met",
            Boolean.TRUE.equals(EvaluationTexts.atLeast(vote.wfu(), limits.hsdirWfuOrDefault()))
                && Boolean.TRUE.equals(
                    EvaluationTexts.atLeast(vote.timeKnown(), limits.hsdirTimeKnownOrDefault())));
      }
      case GUARD -> guard(facts, limits, vote);
      case EXIT, MIDDLE_ONLY, BAD_EXIT -> {}
    }
    return facts;
  }

  /// Bytes/s the authority judges by.
  private static @Nullable Long judged(RouterVote vote) {
    Integer kilobytes = vote.measured() == null ? vote.bandwidth() : vote.measured();
    return kilobytes == null ? null : kilobytes * 1000L;
  }

  private static void guard(
      Map<String, @Nullable Object> facts, FlagThresholds limits, RouterVote vote) {
    Long bandwidth = judged(vote);
    Long top = limits.guardTopQuarter();
    boolean guaranteed = bandwidth != null && bandwidth >= FlagThresholds.GUARD_GUARANTEE;
    boolean inTop = bandwidth != null && top != null && bandwidth >= top;
    facts.put("prereqs_met", vote.has("Fast") && vote.has("Stable") && vote.has("V2Dir"));
    facts.put("wfu_value", vote.wfu());
    facts.put("wfu_threshold", limits.guardWfuOrDefault());
    facts.put("wfu_met", EvaluationTexts.atLeast(vote.wfu(), limits.guardWfuOrDefault()));
    facts.put("tk_value", vote.timeKnown());
    facts.put("tk_threshold", limits.guardTimeKnownOrDefault());
    facts.put(
        "tk_met", EvaluationTexts.atLeast(vote.timeKnown(), limits.guardTimeKnownOrDefault()));
    facts.put("bw_value", bandwidth);
    facts.put("bw_guarantee", FlagThresholds.GUARD_GUARANTEE);
    facts.put("bw_top25_threshold", top);
    facts.put("bw_meets_guarantee", guaranteed);
    facts.put("bw_in_top25", inTop);
    facts.put("bw_met", guaranteed || inTop);
  }

  static Map<String, @Nullable Object> eligible(ConsensusEvaluations all, RelayEvaluation own) {
    List<Object> flags = new ArrayList<>();
    int eligible = 0;
    for (String flag : FlagOrder.KNOWN.subList(0, 8)) {
      int count = own.assigned(flag);
      eligible += count >= all.majority() ? 1 : 0;
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("key", flag.toLowerCase(Locale.ROOT));
      entry.put("name", flag);
      entry.put("count", count);
      entry.put("total", all.voters().size());
      flags.add(entry);
    }
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("flags", flags);
    facts.put("eligible_count", eligible);
    facts.put("flag_order", FlagOrder.KNOWN);
    return facts;
  }
}
