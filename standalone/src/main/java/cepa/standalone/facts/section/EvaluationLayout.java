package cepa.standalone.facts.section;

import cepa.model.Relay;
import cepa.model.consensus.BandwidthMeasurements;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.Diagnostics;
import cepa.model.consensus.Eligibility;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.Issue;
import cepa.model.consensus.JudgedFlag;
import cepa.model.consensus.Reachability;
import cepa.model.consensus.RelayEvaluation;
import cepa.model.consensus.RelayValues;
import cepa.model.consensus.RouterVote;
import cepa.model.consensus.ThresholdSummary;
import cepa.model.consensus.ValueStatistics;
import cepa.model.consensus.Voter;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Rounded;
import cepa.standalone.facts.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How golden files lay out what the authorities make of a relay.
public final class EvaluationLayout {

  private static final double DAY = 86_400;

  private EvaluationLayout() {}

  static void add(Map<String, @Nullable Object> facts, FactsInput input, Relay relay, int index) {
    Diagnostics diagnostics = input.find(Diagnostics.class);
    if (diagnostics != null) {
      Map<String, @Nullable Object> found = new LinkedHashMap<>();
      found.put("issues", issues(diagnostics.of(index)));
      facts.put("diagnostics", found);
    }
    ConsensusEvaluations all = input.find(ConsensusEvaluations.class);
    if (all != null && all.counted() > 0) {
      RelayEvaluation own = all.evaluator(input.model().asOf()).evaluate(index, relay);
      Map<String, @Nullable Object> evaluation = evaluation(all, relay, own);
      if (diagnostics != null && own.inVotes()) {
        evaluation.put(
            "issues",
            issues(
                diagnostics.of(index).stream()
                    .filter(issue -> !category(issue).equals("overload"))
                    .toList()));
      }
      facts.put("consensus_evaluation", evaluation);
    }
  }

  private static List<Object> issues(List<Issue> issues) {
    List<Object> facts = new ArrayList<>();
    for (Issue issue : issues) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("category", category(issue));
      entry.put("severity", issue.kind().severity().name().toLowerCase(Locale.ROOT));
      entry.put("title", title(issue));
      facts.add(entry);
    }
    return facts;
  }

  private static String category(Issue issue) {
    return issue.kind().category().name().toLowerCase(Locale.ROOT);
  }

  private static String title(Issue issue) {
    return switch (issue.kind()) {
      case NOT_IN_CONSENSUS -> "Not in consensus";
      case IPV4_UNREACHABLE -> "IPv4 reachability issues";
      case IPV4_PARTLY_REACHABLE -> "Partial IPv4 reachability";
      case IPV6_UNREACHABLE -> "IPv6 not reachable";
      case GUARD_NEEDS_FAST -> "Guard: requires Fast flag";
      case GUARD_NEEDS_STABLE -> "Guard: requires Stable flag";
      case GUARD_BANDWIDTH -> "Guard: bandwidth below threshold";
      case GUARD_WFU -> "Guard: WFU below threshold";
      case GUARD_TIME_KNOWN -> "Guard: Time Known below threshold";
      case STABLE_NOT_ELIGIBLE -> "Not eligible for Stable flag";
      case HSDIR_NEEDS_FAST -> "HSDir: requires Fast flag";
      case HSDIR_NEEDS_STABLE -> "HSDir: requires Stable flag";
      case HSDIR_NEEDS_V2DIR -> "HSDir: requires V2Dir (tunnelled-dir-server)";
      case HSDIR_WFU -> "HSDir: WFU below threshold";
      case HSDIR_TIME_KNOWN -> "HSDir: Time Known below threshold";
      case BANDWIDTH_DEVIATION -> "High consensus weight deviation";
      case BANDWIDTH_HARDLY_MEASURED -> "Low bandwidth authority measurements";
      case BANDWIDTH_BELOW_MAJORITY -> "Bandwidth authority measurements below majority";
      case STALE_DESCRIPTOR -> "StaleDesc flag assigned";
      case BAD_EXIT -> "BadExit flag assigned";
      case MIDDLE_ONLY -> "MiddleOnly restriction active";
      case VERSION_NOT_RECOMMENDED -> "Tor version not recommended";
      case OVERLOADED -> "General Overload Active";
      case OVERLOADED_RECENTLY -> "Recent Overload Reported";
      case FILE_DESCRIPTORS_EXHAUSTED -> "File Descriptor Exhaustion";
      case WRITE_LIMIT_HIT -> "Write Bandwidth Limit Hit";
      case READ_LIMIT_HIT -> "Read Bandwidth Limit Hit";
      case RATE_LIMIT_CONFIGURED -> "Rate Limit Configuration";
    };
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
    facts.put("flag_summary", summary(all, own));
    facts.put("eligible_flags_display", eligible(all, own));
    if (own.bandwidth() != null) {
      facts.put("bandwidth_summary", bandwidth(all, own.bandwidth()));
    }
    if (own.reachability() != null) {
      facts.put("reachability_summary", reachability(all, own.reachability()));
    }
    if (own.values() != null) {
      facts.put("relay_values", values(all, relay, own, own.values()));
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
    facts.put("flags", flagOrder(vote.flags()));
    List<String> flags = flagOrder(vote.flags());
    facts.put("flags_display", flags.isEmpty() ? "None" : String.join(", ", flags));
    facts.put("flags_with_consensus", unanimity(own, vote));
    facts.put("has_staledesc", vote.has("StaleDesc"));
    facts.put("descriptor_published", Texts.timestamp(vote.descriptorPublished()));
    facts.put("measured", vote.measured());
    facts.put("measured_display", kilobytes(vote.measured()));
    facts.put("wfu", vote.wfu());
    facts.put("wfu_display", percent(vote.wfu(), 1));
    facts.put("wfu_threshold_display", percent(limits.guardWfuOrDefault(), 0));
    facts.put("wfu_meets", atLeast(vote.wfu(), limits.guardWfuOrDefault()));
    facts.put("tk", vote.timeKnown());
    facts.put("tk_display", days(vote.timeKnown()));
    facts.put(
        "tk_threshold_display", Shown.number("", limits.guardTimeKnownOrDefault() / DAY, 0, "d"));
    facts.put("tk_meets", atLeast(vote.timeKnown(), limits.guardTimeKnownOrDefault()));
    facts.put("hsdir_tk_threshold", limits.hsdirTimeKnownOrDefault());
    facts.put("hsdir_tk_threshold_display", days(limits.hsdirTimeKnownOrDefault()));
    facts.put("hsdir_tk_value_display", days(vote.timeKnown()));
    facts.put("hsdir_tk_meets", atLeast(vote.timeKnown(), limits.hsdirTimeKnownOrDefault()));
    // Golden files write false where there is no entry.
    facts.put("ipv4_reachable", Boolean.TRUE.equals(vote.ipv4Reachable()));
    facts.put("ipv6_reachable", vote.ipv6Reachable());
    facts.put("stable_mtbf_display", days(vote.mtbf()));
    facts.put("stable_threshold", limits.stableMtbfLowered());
    facts.put("stable_threshold_display", days(limits.stableMtbfLowered()));
    facts.put("stable_meets", atLeast(vote.mtbf(), limits.stableMtbfLowered()));
    facts.put("stable_uptime_threshold", limits.stableUptime());
    facts.put("stable_uptime_threshold_display", days(limits.stableUptime()));
    facts.put("guard_bw_guarantee_display", rate((double) FlagThresholds.GUARD_GUARANTEE));
    Long top = limits.guardTopQuarter();
    facts.put("guard_bw_top25_display", rate(top == null ? null : (double) top));
    facts.put("fast_threshold_display", rate((double) limits.fastBandwidth()));
    if (values != null) {
      Long uptime = values.uptime();
      Double bandwidth = values.bandwidth() == null ? null : (double) values.bandwidth();
      facts.put("stable_uptime", uptime);
      facts.put("stable_uptime_display", days(uptime));
      facts.put(
          "stable_uptime_meets",
          limits.stableUptime() == null ? null : atLeast(uptime, limits.stableUptime()));
      facts.put("fast_speed_display", rate(bandwidth));
      facts.put("fast_meets", atLeast(values.bandwidth(), limits.fastBandwidth()));
      facts.put("guard_bw_value_display", rate(bandwidth));
      facts.put("guard_bw_meets", atLeast(values.bandwidth(), limits.guardBandwidth()));
      facts.put("guard_bw_meets_guarantee", values.guardGuaranteeMet());
    }
    return facts;
  }

  private static final List<String> FLAG_ORDER =
      List.of(
          "Running",
          "Valid",
          "V2Dir",
          "Fast",
          "Stable",
          "HSDir",
          "Guard",
          "Exit",
          "Authority",
          "MiddleOnly",
          "BadExit",
          "NoEdConsensus",
          "StaleDesc");

  private static List<String> flagOrder(List<String> flags) {
    List<String> sorted = new ArrayList<>();
    FLAG_ORDER.stream().filter(flags::contains).forEach(sorted::add);
    flags.stream().filter(flag -> !FLAG_ORDER.contains(flag)).sorted().forEach(sorted::add);
    return sorted;
  }

  private static List<Object> unanimity(RelayEvaluation own, RouterVote vote) {
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

  private static Map<String, @Nullable Object> summary(
      ConsensusEvaluations all, RelayEvaluation own) {
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
            Boolean.TRUE.equals(atLeast(vote.wfu(), limits.hsdirWfuOrDefault()))
                && Boolean.TRUE.equals(
                    atLeast(vote.timeKnown(), limits.hsdirTimeKnownOrDefault())));
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
    facts.put("wfu_met", atLeast(vote.wfu(), limits.guardWfuOrDefault()));
    facts.put("tk_value", vote.timeKnown());
    facts.put("tk_threshold", limits.guardTimeKnownOrDefault());
    facts.put("tk_met", atLeast(vote.timeKnown(), limits.guardTimeKnownOrDefault()));
    facts.put("bw_value", bandwidth);
    facts.put("bw_guarantee", FlagThresholds.GUARD_GUARANTEE);
    facts.put("bw_top25_threshold", top);
    facts.put("bw_meets_guarantee", guaranteed);
    facts.put("bw_in_top25", inTop);
    facts.put("bw_met", guaranteed || inTop);
  }

  private static Map<String, @Nullable Object> eligible(
      ConsensusEvaluations all, RelayEvaluation own) {
    List<Object> flags = new ArrayList<>();
    int eligible = 0;
    for (String flag : FLAG_ORDER.subList(0, 8)) {
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
    facts.put("flag_order", FLAG_ORDER);
    return facts;
  }

  private static Map<String, @Nullable Object> bandwidth(
      ConsensusEvaluations all, BandwidthMeasurements own) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("median", own.median());
    facts.put("average", own.average());
    facts.put("min", own.least());
    facts.put("max", own.greatest());
    facts.put("deviation", own.deviation());
    facts.put("median_display", kilobytes(own.median()));
    facts.put("average_display", kilobytes(own.average()));
    facts.put("min_display", kilobytes(own.least()));
    facts.put("max_display", kilobytes(own.greatest()));
    facts.put("deviation_display", kilobytes(own.deviation()));
    facts.put("deviation_class", own.deviates() ? "warning" : "normal");
    facts.put("measurement_count", own.measured());
    facts.put("bw_auth_measured_count", own.measured());
    facts.put("bw_auth_total", own.scanners());
    facts.put("bw_auth_majority", own.majority());
    facts.put("bw_auth_not_measured_names", names(all, own.notMeasuredBy()));
    if (kilobytes(own.median()) instanceof Shown median) {
      facts.put("median_int", median.numbers().getFirst().intValue());
      facts.put("median_unit", median.text().substring(median.text().indexOf(' ') + 1));
    }
    return facts;
  }

  private static List<String> names(ConsensusEvaluations all, List<Integer> voters) {
    return voters.stream().map(voter -> all.voters().get(voter).name()).sorted().toList();
  }

  private static Map<String, @Nullable Object> reachability(
      ConsensusEvaluations all, Reachability own) {
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

  private static Map<String, @Nullable Object> values(
      ConsensusEvaluations all, Relay relay, RelayEvaluation own, RelayValues values) {
    int authorities = all.counted();
    ThresholdSummary limits = all.thresholds();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("wfu_stats", statistics(all, values.wfu(), share -> percent(share, 1)));
    facts.put("tk_stats", statistics(all, values.timeKnown(), EvaluationLayout::days));
    facts.put("mtbf_stats", statistics(all, values.mtbf(), EvaluationLayout::days));
    facts.put("wfu_meets", Boolean.TRUE.equals(values.guardWfuMet()));
    facts.put("tk_meets", Boolean.TRUE.equals(values.guardTimeKnownMet()));
    Long missing = values.guardTimeKnownMissing();
    facts.put("tk_days_needed", new Rounded(missing == null ? 0 : missing / DAY, 2 / DAY));
    facts.put("guard_bw_meets_guarantee", values.guardGuaranteeMet());
    facts.put("guard_bw_meets_count", values.guardBandwidthMet());
    facts.put("guard_bw_guarantee_display", rate((double) FlagThresholds.GUARD_GUARANTEE));
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
    facts.put("stable_uptime_display", days(values.uptime()));
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
    facts.put("fast_minimum_display", rate((double) FlagThresholds.FAST_GUARANTEE));
    Double bandwidth = values.bandwidth() == null ? null : (double) values.bandwidth();
    facts.put("fast_speed_display", rate(bandwidth));
    facts.put("observed_bw_display", rate(bandwidth));
    ThresholdSummary.Span fast = limits.fastSpeed();
    facts.put("fast_speed_max_display", rate(fast == null ? null : (double) fast.greatest()));
    facts.put("fast_speed_strict_auths", limits.strictFast());
    facts.put("hsdir_wfu_meets", Boolean.TRUE.equals(values.hsdirWfuMet()));
    facts.put("hsdir_wfu_threshold", limits.hsdirWfu());
    facts.put("hsdir_tk_meets_count", values.hsdirTimeKnownMet());
    facts.put("hsdir_tk_meets", values.hsdirTimeKnownMet() >= all.majority());
    facts.put("hsdir_tk_max_display", days(limits.hsdirTimeKnown()));
    facts.put("hsdir_tk_consensus_display", days(FlagThresholds.HSDIR_TIME_KNOWN_DEFAULT));
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
      facts.put(name + "_min_display", days(span.least()));
      facts.put(name + "_typical_display", days(span.typical()));
      facts.put(name + "_max_display", days(span.greatest()));
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

  private static @Nullable Boolean atLeast(@Nullable Number value, long threshold) {
    return atLeast(value, (double) threshold);
  }

  private static @Nullable Boolean atLeast(@Nullable Number value, double threshold) {
    return value == null ? null : value.doubleValue() >= threshold;
  }

  private static Object percent(@Nullable Double fraction, int decimals) {
    return fraction == null || fraction == 0 ? "N/A" : Shown.percent(fraction, decimals);
  }

  private static Object days(@Nullable Number seconds) {
    return seconds == null ? "N/A" : Shown.number("", seconds.doubleValue() / DAY, 1, "d");
  }

  private static Object kilobytes(@Nullable Number kilobytes) {
    return rate(kilobytes == null ? null : 1000 * kilobytes.doubleValue());
  }

  /// A rate as evaluations show it: one decimal, plain bits below 8,000 of them.
  static Object rate(@Nullable Double bytes) {
    if (bytes == null) {
      return "N/A";
    }
    double bits = 8 * bytes;
    if (bytes < 1000) {
      return Shown.number("", bits, 0, " bit/s");
    }
    return bits >= 1e9
        ? Shown.number("", bits / 1e9, 1, " Gbit/s")
        : bits >= 1e6
            ? Shown.number("", bits / 1e6, 1, " Mbit/s")
            : Shown.number("", bits / 1e3, 1, " Kbit/s");
  }

  private static Object range(ThresholdSummary.@Nullable Span span) {
    if (span == null) {
      return "N/A";
    }
    Object least = rate((double) span.least());
    Object greatest = rate((double) span.greatest());
    return span.least() == span.greatest() ? least : Shown.join("-", List.of(least, greatest));
  }
}
