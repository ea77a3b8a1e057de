package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.RelayEvaluation;
import cepa.model.consensus.RouterVote;
import cepa.model.consensus.Voter;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.section.EvaluationTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What golden files hold under `consensus_evaluation` by the reference's rules (consensus 4 to 9),
/// as far as it may deviate: kilobytes are taken for bytes, an entry for reachability, what a relay
/// says of itself for a measurement.
final class ReferenceEvaluation {

  private static final long GUARD_GUARANTEE = 2_000_000;
  private static final long FAST_GUARANTEE = 100_000;
  private static final int AUTHORITIES = 9;

  private final ConsensusEvaluations all;
  private final Relay relay;
  private final List<RouterVote> votes;
  private final List<RouterVote> listing;
  private final @Nullable Integer inFile;

  private ReferenceEvaluation(
      ConsensusEvaluations all, Relay relay, RelayEvaluation own, @Nullable Integer inFile) {
    this.all = all;
    this.relay = relay;
    this.votes = own.votes();
    this.listing = own.votes().stream().filter(RouterVote::hasEntry).toList();
    this.inFile = inFile;
  }

  /// The leaves' tree of a relay; null if no vote lists it.
  static @Nullable ReferenceEvaluation of(FactsInput input, int index) {
    ConsensusEvaluations all = ReferenceVotes.of(input).all();
    if (all == null || all.counted() == 0) {
      return null;
    }
    Relay relay = input.relays().get(index);
    RelayEvaluation own = all.evaluator(input.model().asOf()).evaluate(index, relay);
    return own.inVotes()
        ? new ReferenceEvaluation(
            all, relay, own, ReferenceBandwidthFile.of(input).bandwidth(relay))
        : null;
  }

  Map<String, @Nullable Object> tree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    List<Object> table = new ArrayList<>();
    votes.forEach(vote -> table.add(row(vote)));
    tree.put("authority_table", table);
    tree.put("bandwidth_summary", bandwidth());
    tree.put("flag_summary", flags());
    tree.put("eligible_flags_display", eligible());
    tree.put("reachability_summary", reachability());
    tree.put("relay_values", values());
    tree.put("vote_count", listing.size());
    return tree;
  }

  /// Whether so many votes have the relay that the reference takes it for listed.
  boolean isListed() {
    return listing.size() >= all.majority();
  }

  List<RouterVote> listing() {
    return listing;
  }

  FlagThresholds limits(RouterVote vote) {
    return voter(vote).thresholds();
  }

  private Voter voter(RouterVote vote) {
    return all.voters().get(vote.voter());
  }

  /// Kilobytes/s: measured, else what the relay says of itself.
  static @Nullable Integer kilobytes(RouterVote vote) {
    return vote.measured() == null ? vote.bandwidth() : vote.measured();
  }

  private static long orZero(@Nullable Number value) {
    return value == null ? 0 : value.longValue();
  }

  static boolean isStable(RouterVote vote, FlagThresholds limits) {
    long least = orZero(limits.stableMtbf());
    return least <= 0 || orZero(vote.mtbf()) >= least;
  }

  private Map<String, @Nullable Object> row(RouterVote vote) {
    FlagThresholds limits = limits(vote);
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("authority", voter(vote).name());
    row.put("guard_bw_guarantee_display", EvaluationTexts.rate((double) GUARD_GUARANTEE));
    row.put(
        "guard_bw_top25_display",
        EvaluationTexts.rate((double) orZero(limits.guardBandwidthWithExits())));
    long observed = relay.bandwidth().observedOrZero();
    row.put("guard_bw_meets_guarantee", observed >= GUARD_GUARANTEE);
    row.put(
        "guard_bw_meets",
        observed >= GUARD_GUARANTEE || observed >= orZero(limits.guardBandwidthWithExits()));
    row.put(
        "fast_meets",
        observed >= (limits.fastSpeed() == null ? FAST_GUARANTEE : limits.fastSpeed()));
    row.put(
        "fast_threshold_display",
        EvaluationTexts.rate(
            limits.fastSpeed() == null ? (double) FAST_GUARANTEE : (double) limits.fastSpeed()));
    row.put("ipv4_reachable", vote.hasEntry());
    row.put("ipv6_reachable", vote.ipv6Address() == null ? null : true);
    row.put("measured", kilobytes(vote));
    row.put("measured_display", EvaluationTexts.rate(kilobytes(vote)));
    row.put("stable_threshold", limits.stableMtbf());
    row.put("stable_threshold_display", EvaluationTexts.days(orZero(limits.stableMtbf())));
    row.put("stable_meets", isStable(vote, limits));
    return row;
  }

  /// Whether the values it mixes differ by more than half their median.
  boolean deviates() {
    return "warning".equals(bandwidth().get("deviation_class"));
  }

  /// Whether too few authorities find it eligible for a flag it does not have.
  boolean lacksStable() {
    boolean known = listing.stream().anyMatch(vote -> vote.timeKnown() != null);
    long eligible = listing.stream().filter(vote -> isStable(vote, limits(vote))).count();
    return !relay.has("Stable") && known && eligible < 5;
  }

  /// Whether a relay that is no guard has less bandwidth than the guarantee.
  boolean lacksBandwidth() {
    long observed = relay.bandwidth().observedOrZero();
    return !relay.has("Guard") && observed > 0 && observed < GUARD_GUARANTEE;
  }

  private Map<String, @Nullable Object> bandwidth() {
    List<Integer> values = new ArrayList<>();
    for (RouterVote vote : listing) {
      Integer kilobytes = kilobytes(vote);
      if (kilobytes != null) {
        values.add(kilobytes);
      }
    }
    if (inFile != null) {
      values.add(inFile);
    }
    values.sort(null);
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("measurement_count", values.size());
    if (values.isEmpty()) {
      return facts;
    }
    int n = values.size();
    double median = (values.get((n - 1) / 2) + values.get(n / 2)) / 2.0;
    double average = values.stream().mapToInt(v -> v).sum() / (double) n;
    int deviation = values.getLast() - values.getFirst();
    put(facts, "median", median);
    put(facts, "average", average);
    put(facts, "min", values.getFirst());
    put(facts, "max", values.getLast());
    put(facts, "deviation", deviation);
    facts.put("deviation_class", deviation != 0 && deviation > 0.5 * median ? "warning" : "normal");
    String shown = ((Shown) EvaluationTexts.rate(median)).text();
    int space = shown.indexOf(' ');
    facts.put("median_int", (int) Double.parseDouble(shown.substring(0, space)));
    facts.put("median_unit", shown.substring(space + 1));
    return facts;
  }

  private static void put(Map<String, @Nullable Object> facts, String name, Number value) {
    facts.put(name, value);
    facts.put(name + "_display", EvaluationTexts.rate(value));
  }

  private Map<String, @Nullable Object> flags() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    List<Object> fast = new ArrayList<>();
    List<Object> guard = new ArrayList<>();
    List<Object> stable = new ArrayList<>();
    for (RouterVote vote : listing) {
      fast.add(fast(vote));
      guard.add(guard(vote));
      stable.add(stable(vote));
    }
    facts.put("fast", Map.of("details", fast));
    facts.put("guard", Map.of("details", guard));
    facts.put("stable", Map.of("details", stable));
    return facts;
  }

  private Map<String, @Nullable Object> fast(RouterVote vote) {
    Map<String, @Nullable Object> facts = detail(vote);
    facts.put("speed_value", kilobytes(vote));
    facts.put("speed_threshold", orZero(limits(vote).fastSpeed()));
    facts.put("eligible", orZero(kilobytes(vote)) >= orZero(limits(vote).fastSpeed()));
    return facts;
  }

  private Map<String, @Nullable Object> stable(RouterVote vote) {
    Map<String, @Nullable Object> facts = detail(vote);
    facts.put("mtbf_threshold", orZero(limits(vote).stableMtbf()));
    facts.put("eligible", isStable(vote, limits(vote)));
    return facts;
  }

  private Map<String, @Nullable Object> guard(RouterVote vote) {
    FlagThresholds limits = limits(vote);
    long own = orZero(kilobytes(vote));
    long top = orZero(limits.guardBandwidthWithExits());
    boolean met = own >= GUARD_GUARANTEE || own >= top;
    Map<String, @Nullable Object> facts = detail(vote);
    facts.put("bw_value", kilobytes(vote));
    facts.put("bw_guarantee", GUARD_GUARANTEE);
    facts.put("bw_top25_threshold", top);
    facts.put("bw_meets_guarantee", own >= GUARD_GUARANTEE);
    facts.put("bw_in_top25", own >= top);
    facts.put("bw_met", met);
    facts.put(
        "eligible",
        met
            && vote.has("Fast")
            && vote.has("Stable")
            && vote.has("V2Dir")
            && vote.wfu() != null
            && vote.wfu() >= limits.guardWfuOrDefault()
            && orZero(vote.timeKnown()) >= limits.guardTimeKnownOrDefault());
    return facts;
  }

  private Map<String, @Nullable Object> detail(RouterVote vote) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("authority", voter(vote).name());
    return facts;
  }

  /// The votes that have the relay count for Running, Valid and V2Dir.
  private Map<String, @Nullable Object> eligible() {
    List<Object> flags = new ArrayList<>();
    int eligible = 0;
    for (String flag :
        List.of("Running", "Valid", "V2Dir", "Fast", "Stable", "HSDir", "Guard", "Exit")) {
      boolean listed = List.of("Running", "Valid", "V2Dir").contains(flag);
      int count = listed ? listing.size() : (int) listing.stream().filter(v -> v.has(flag)).count();
      eligible += count >= all.majority() ? 1 : 0;
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("key", flag.toLowerCase(Locale.ROOT));
      entry.put("count", count);
      flags.add(entry);
    }
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("flags", flags);
    facts.put("eligible_count", eligible);
    return facts;
  }

  private List<String> reachingIpv6() {
    return listing.stream()
        .filter(vote -> vote.ipv6Address() != null)
        .map(vote -> voter(vote).name())
        .sorted()
        .toList();
  }

  private List<String> notTesting() {
    return listing.stream()
        .filter(vote -> vote.ipv6Address() == null)
        .map(vote -> voter(vote).name())
        .sorted()
        .toList();
  }

  private Map<String, @Nullable Object> reachability() {
    List<String> reaching = reachingIpv6();
    List<String> not = notTesting();
    boolean shown = not.size() <= 2;
    int total = shown ? AUTHORITIES - not.size() : 0;
    Map<String, @Nullable Object> six = new LinkedHashMap<>();
    six.put("authorities", reaching);
    six.put("reachable_count", reaching.size());
    six.put("total", total);
    six.put("not_tested", shown ? not : List.of());
    six.put("status_class", reaching.isEmpty() ? "muted" : "success");
    six.put(
        "display",
        total == 0 ? "N/A" : reaching.size() + "/" + total + " authorities can reach IPv6");
    Map<String, @Nullable Object> four = new LinkedHashMap<>();
    List<String> names = listing.stream().map(vote -> voter(vote).name()).sorted().toList();
    four.put("authorities", names);
    four.put("reachable_count", names.size());
    four.put("display", names.size() + "/" + AUTHORITIES + " authorities can reach IPv4");
    four.put("status_class", names.size() >= 5 ? "success" : "danger");
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("ipv6", six);
    facts.put("ipv4", four);
    return facts;
  }

  private Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("fast_minimum_display", EvaluationTexts.rate((double) FAST_GUARANTEE));
    facts.put("guard_bw_guarantee_display", EvaluationTexts.rate((double) GUARD_GUARANTEE));
    List<Long> tops = published(limits -> orZero(limits.guardBandwidthWithExits()));
    List<Long> positive = tops.stream().filter(top -> top > 0).sorted().toList();
    facts.put(
        "guard_bw_range",
        positive.isEmpty()
            ? "N/A"
            : positive.getFirst().equals(positive.getLast())
                ? EvaluationTexts.rate(positive.getFirst())
                : Shown.join(
                    "-",
                    List.of(
                        EvaluationTexts.rate(positive.getFirst()),
                        EvaluationTexts.rate(positive.getLast()))));
    long observed = relay.bandwidth().observedOrZero();
    boolean guaranteed = observed >= GUARD_GUARANTEE;
    int met =
        guaranteed
            ? all.voters().size()
            : (int) tops.stream().filter(top -> observed >= top).count();
    facts.put("guard_bw_meets_guarantee", guaranteed);
    facts.put("guard_bw_meets_count", met);
    facts.put("guard_bw_meets_some", guaranteed || met > 0);
    boolean fast = observed >= FAST_GUARANTEE;
    int fastMet =
        fast
            ? all.voters().size()
            : (int)
                published(limits -> orZero(limits.fastSpeed())).stream()
                    .filter(speed -> observed >= speed)
                    .count();
    facts.put("fast_meets_minimum", fast);
    facts.put("fast_meets_count", fastMet);
    facts.put("fast_meets_all", fastMet == all.voters().size());
    mtbf(facts);
    facts.put("running_ipv4_count", listing.size());
    facts.put("running_ipv6_count", reachingIpv6().size());
    facts.put("running_ipv6_tested", all.voters().size() - notTesting().size());
    facts.put("running_has_ipv6", all.voters().size() - notTesting().size() > 0);
    return facts;
  }

  private void mtbf(Map<String, @Nullable Object> facts) {
    List<Long> thresholds =
        published(limits -> orZero(limits.stableMtbf())).stream()
            .filter(t -> t > 0)
            .sorted()
            .toList();
    long typical = thresholds.isEmpty() ? 0 : thresholds.get(thresholds.size() / 2);
    Map<String, @Nullable Object> statistics = new LinkedHashMap<>();
    statistics.put(
        "meets_threshold_count",
        listing.stream().filter(v -> v.mtbf() != null && v.mtbf() >= typical).count());
    facts.put("mtbf_stats", statistics);
    long stable = listing.stream().filter(vote -> isStable(vote, limits(vote))).count();
    facts.put("stable_mtbf_meets_count", stable);
    facts.put("stable_mtbf_meets_all", stable == all.voters().size());
  }

  private List<Long> published(java.util.function.ToLongFunction<FlagThresholds> value) {
    return all.voters().stream()
        .filter(Voter::counts)
        .map(Voter::thresholds)
        .map(value::applyAsLong)
        .toList();
  }
}
