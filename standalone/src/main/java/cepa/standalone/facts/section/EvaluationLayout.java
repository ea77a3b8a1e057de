package cepa.standalone.facts.section;

import cepa.model.Relay;
import cepa.model.consensus.BandwidthMeasurements;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.Diagnostics;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.Reachability;
import cepa.model.consensus.RelayEvaluation;
import cepa.model.consensus.RelayValues;
import cepa.model.consensus.RouterVote;
import cepa.model.consensus.Voter;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How golden files lay out what the authorities make of a relay.
public final class EvaluationLayout {

  private EvaluationLayout() {}

  static void add(Map<String, @Nullable Object> facts, FactsInput input, Relay relay, int index) {
    Diagnostics diagnostics = input.find(Diagnostics.class);
    if (diagnostics != null) {
      Map<String, @Nullable Object> found = new LinkedHashMap<>();
      found.put("issues", IssueLayout.issues(diagnostics.of(index)));
      facts.put("diagnostics", found);
    }
    ConsensusEvaluations all = input.find(ConsensusEvaluations.class);
    if (all != null && all.counted() > 0) {
      RelayEvaluation own = all.evaluator(input.model().asOf()).evaluate(index, relay);
      Map<String, @Nullable Object> evaluation = evaluation(all, relay, own);
      if (diagnostics != null && own.inVotes()) {
        evaluation.put(
            "issues",
            IssueLayout.issues(
                diagnostics.of(index).stream()
                    .filter(issue -> !IssueLayout.category(issue).equals("overload"))
                    .toList()));
      }
      facts.put("consensus_evaluation", evaluation);
    }
  }

  public static Map<String, @Nullable Object> evaluation(
      ConsensusEvaluations all, Relay relay, RelayEvaluation own) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("available", own.inVotes());
    facts.put("in_consensus", Boolean.TRUE.equals(own.inConsensus()));
    if (!own.inVotes()) {
      facts.put("error", "Relay not found in votes");
      return facts;
    }
    facts.put("fingerprint", relay.fingerprint().hex());
    facts.put("vote_count", own.listed());
    facts.put("total_authorities", all.voters().size());
    facts.put("majority_required", all.majority());
    List<Object> table = new ArrayList<>();
    own.votes().forEach(vote -> table.add(row(all, own, vote)));
    facts.put("authority_table", table);
    facts.put("flag_summary", FlagLayout.summary(all, own));
    facts.put("eligible_flags_display", FlagLayout.eligible(all, own));
    if (own.bandwidth() != null) {
      facts.put("bandwidth_summary", bandwidth(all, own.bandwidth()));
    }
    if (own.reachability() != null) {
      facts.put("reachability_summary", reachability(all, own.reachability()));
    }
    if (own.values() != null) {
      facts.put("relay_values", RelayValueLayout.values(all, relay, own, own.values()));
    }
    return facts;
  }

  private static Map<String, @Nullable Object> row(
      ConsensusEvaluations all, RelayEvaluation own, RouterVote vote) {
    Voter voter = all.voters().get(vote.voter());
    FlagThresholds limits = voter.thresholds();
    RelayValues values = own.values();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("authority", voter.name());
    facts.put("fingerprint", voter.identity().hex());
    facts.put("authority_display", voter.name() + " (" + voter.country() + ")");
    facts.put("voted", vote.hasEntry());
    facts.put("is_bw_authority", voter.measures());
    facts.put("flags", FlagLayout.flagOrder(vote.flags()));
    List<String> flags = FlagLayout.flagOrder(vote.flags());
    facts.put("flags_display", flags.isEmpty() ? "None" : String.join(", ", flags));
    facts.put("flags_with_consensus", FlagLayout.unanimity(own, vote));
    facts.put("has_staledesc", vote.has("StaleDesc"));
    facts.put("descriptor_published", Texts.timestamp(vote.descriptorPublished()));
    facts.put("measured", vote.measured());
    facts.put("measured_display", EvaluationTexts.kilobytes(vote.measured()));
    facts.put("wfu", vote.wfu());
    facts.put("wfu_display", EvaluationTexts.percent(vote.wfu(), 1));
    facts.put("wfu_threshold_display", EvaluationTexts.percent(limits.guardWfuOrDefault(), 0));
    facts.put("wfu_meets", EvaluationTexts.atLeast(vote.wfu(), limits.guardWfuOrDefault()));
    facts.put("tk", vote.timeKnown());
    facts.put("tk_display", EvaluationTexts.days(vote.timeKnown()));
    facts.put(
        "tk_threshold_display",
        Shown.number("", limits.guardTimeKnownOrDefault() / EvaluationTexts.DAY, 0, "d"));
    facts.put(
        "tk_meets", EvaluationTexts.atLeast(vote.timeKnown(), limits.guardTimeKnownOrDefault()));
    facts.put("hsdir_tk_threshold", limits.hsdirTimeKnownOrDefault());
    facts.put("hsdir_tk_threshold_display", EvaluationTexts.days(limits.hsdirTimeKnownOrDefault()));
    facts.put("hsdir_tk_value_display", EvaluationTexts.days(vote.timeKnown()));
    facts.put(
        "hsdir_tk_meets",
        EvaluationTexts.atLeast(vote.timeKnown(), limits.hsdirTimeKnownOrDefault()));
    // Golden files write false where there is no entry.
    facts.put("ipv4_reachable", Boolean.TRUE.equals(vote.ipv4Reachable()));
    facts.put("ipv6_reachable", vote.ipv6Reachable());
    facts.put("stable_mtbf_display", EvaluationTexts.days(vote.mtbf()));
    facts.put("stable_threshold", limits.stableMtbfLowered());
    facts.put("stable_threshold_display", EvaluationTexts.days(limits.stableMtbfLowered()));
    facts.put("stable_meets", EvaluationTexts.atLeast(vote.mtbf(), limits.stableMtbfLowered()));
    facts.put("stable_uptime_threshold", limits.stableUptime());
    facts.put("stable_uptime_threshold_display", EvaluationTexts.days(limits.stableUptime()));
    facts.put(
        "guard_bw_guarantee_display",
        EvaluationTexts.rate((double) FlagThresholds.GUARD_GUARANTEE));
    Long top = limits.guardTopQuarter();
    facts.put("guard_bw_top25_display", EvaluationTexts.rate(top == null ? null : (double) top));
    facts.put("fast_threshold_display", EvaluationTexts.rate((double) limits.fastBandwidth()));
    if (values != null) {
      Long uptime = values.uptime();
      Double bandwidth = values.bandwidth() == null ? null : (double) values.bandwidth();
      facts.put("stable_uptime", uptime);
      facts.put("stable_uptime_display", EvaluationTexts.days(uptime));
      facts.put(
          "stable_uptime_meets",
          limits.stableUptime() == null
              ? null
              : EvaluationTexts.atLeast(uptime, limits.stableUptime()));
      facts.put("fast_speed_display", EvaluationTexts.rate(bandwidth));
      facts.put("fast_meets", EvaluationTexts.atLeast(values.bandwidth(), limits.fastBandwidth()));
      facts.put("guard_bw_value_display", EvaluationTexts.rate(bandwidth));
      facts.put(
          "guard_bw_meets", EvaluationTexts.atLeast(values.bandwidth(), limits.guardBandwidth()));
      facts.put("guard_bw_meets_guarantee", values.guardGuaranteeMet());
    }
    return facts;
  }

  static Map<String, @Nullable Object> bandwidth(
      ConsensusEvaluations all, BandwidthMeasurements own) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("median", own.median());
    facts.put("average", own.average());
    facts.put("min", own.least());
    facts.put("max", own.greatest());
    facts.put("deviation", own.deviation());
    facts.put("median_display", EvaluationTexts.kilobytes(own.median()));
    facts.put("average_display", EvaluationTexts.kilobytes(own.average()));
    facts.put("min_display", EvaluationTexts.kilobytes(own.least()));
    facts.put("max_display", EvaluationTexts.kilobytes(own.greatest()));
    facts.put("deviation_display", EvaluationTexts.kilobytes(own.deviation()));
    facts.put("deviation_class", own.deviates() ? "warning" : "normal");
    facts.put("measurement_count", own.measured());
    facts.put("bw_auth_measured_count", own.measured());
    facts.put("bw_auth_total", own.scanners());
    facts.put("bw_auth_majority", own.majority());
    facts.put("bw_auth_not_measured_names", names(all, own.notMeasuredBy()));
    if (EvaluationTexts.kilobytes(own.median()) instanceof Shown median) {
      facts.put("median_int", median.numbers().getFirst().intValue());
      facts.put("median_unit", median.text().substring(median.text().indexOf(' ') + 1));
    }
    return facts;
  }

  private static List<String> names(ConsensusEvaluations all, List<Integer> voters) {
    return voters.stream().map(voter -> all.voters().get(voter).name()).sorted().toList();
  }

  static Map<String, @Nullable Object> reachability(ConsensusEvaluations all, Reachability own) {
    int authorities = all.voters().size();
    Map<String, @Nullable Object> four = new LinkedHashMap<>();
    four.put("reachable_count", own.ipv4().size());
    four.put("total", authorities);
    four.put("authorities", names(all, own.ipv4()));
    four.put("display", own.ipv4().size() + "/" + authorities + " authorities can reach IPv4");
    four.put("status_class", own.ipv4().size() >= all.majority() ? "success" : "danger");
    Map<String, @Nullable Object> six = new LinkedHashMap<>();
    six.put("reachable_count", own.ipv6().size());
    six.put("total", own.ipv6Tested());
    six.put("authorities", names(all, own.ipv6()));
    six.put(
        "display",
        own.ipv6Tested() == 0
            ? "N/A"
            : own.ipv6().size() + "/" + own.ipv6Tested() + " authorities can reach IPv6");
    List<String> silent = new ArrayList<>();
    for (int voter = 0; voter < authorities; voter++) {
      if (!own.ipv6().contains(voter) && !own.ipv6Unreachable().contains(voter)) {
        silent.add(all.voters().get(voter).name());
      }
    }
    six.put("not_tested", silent);
    six.put("status_class", own.ipv6().isEmpty() ? "muted" : "success");
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("ipv4", four);
    facts.put("ipv6", six);
    return facts;
  }
}
