package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.RelayEvaluation;
import cepa.model.consensus.VoteColumns;
import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.Deviation.Answer;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Leaves;
import cepa.standalone.facts.Place;
import cepa.standalone.facts.section.EvaluationLayout;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Deviations in what the authorities make of a relay.
final class EvaluationDeviations {

  private static final String EVALUATION = "relay/consensus_evaluation\\.";
  private static final String ROW = "authority_table\\[[^\\]]+\\]\\.";
  private static final String DETAIL = "details\\[[^\\]]+\\]\\.";

  /// Known without votes.
  private static final int AUTHORITIES = 9;

  private EvaluationDeviations() {}

  static List<Deviation> all() {
    return List.of(
        rule(
            "D-C8",
            "The reference takes Tor's guarantees for decimal: 2,000,000 and 100,000 bytes/s; Tor's"
                + " are binary, in effect 2,097,000 and 102,000",
            "(?:"
                + ROW
                + "(?:guard_bw_guarantee_display|guard_bw_meets_guarantee|fast_meets"
                + "|fast_threshold_display)"
                + "|flag_summary\\.guard\\."
                + DETAIL
                + "bw_guarantee"
                + "|relay_values\\.(?:fast_minimum_display|guard_bw_guarantee_display"
                + "|guard_bw_meets_guarantee|fast_meets_\\w+))",
            _ -> true),
        rule(
            "D-C3",
            "The reference compares kilobytes with bytes: by its eligibility hardly a relay has"
                + " bandwidth enough; here both are bytes",
            "flag_summary\\.(?:fast\\."
                + DETAIL
                + "(?:eligible|speed_value)|guard\\."
                + DETAIL
                + "(?:eligible|bw_value|bw_in_top25|bw_met|bw_meets_guarantee))",
            found ->
                found.listing().stream().anyMatch(v -> ReferenceEvaluation.kilobytes(v) != null)),
        rule(
            "D-C5",
            "The reference knows only one of the two published top quarters, and lets every"
                + " bandwidth do where it is missing; Tor accepts the smaller",
            "(?:"
                + ROW
                + "(?:guard_bw_top25_display|guard_bw_meets)"
                + "|flag_summary\\.guard\\."
                + DETAIL
                + "bw_top25_threshold"
                + "|relay_values\\.guard_bw_(?:range|meets_count|meets_some))",
            found ->
                found.listing().stream()
                    .map(found::limits)
                    .anyMatch(l ->
                        l.guardBandwidthWithoutExits() != null
                            || l.guardBandwidthWithExits() == null)),
        rule(
            "D-C6",
            "The reference judges Stable by the published median; Tor lowers it to five days",
            "(?:"
                + ROW
                + "stable_(?:meets|threshold|threshold_display)"
                + "|flag_summary\\.stable\\."
                + DETAIL
                + "(?:eligible|mtbf_threshold)"
                + "|relay_values\\.(?:mtbf_stats\\.meets_threshold_count|stable_mtbf_meets_\\w+))",
            found ->
                found.listing().stream().map(found::limits).anyMatch(l -> l.stableMtbf() != null)),
        rule(
            "D-C2b",
            "The reference shows kilobytes as if they were bytes",
            "(?:"
                + ROW
                + "measured_display|bandwidth_summary\\.\\w+_display"
                + "|bandwidth_summary\\.median_(?:int|unit))",
            found ->
                found.listing().stream().anyMatch(v -> ReferenceEvaluation.kilobytes(v) != null)),
        rule(
            "D-C10",
            "The reference mixes what relays say of themselves, and one scanner's file, with"
                + " measurements; here measurements of votes only",
            "(?:" + ROW + "measured|bandwidth_summary\\.\\w+)",
            found ->
                found.listing().stream().anyMatch(v -> ReferenceEvaluation.kilobytes(v) != null)),
        rule(
            "D-C11",
            "The reference takes every voter without an IPv6 address for one that did not test, so"
                + " unreachable cannot be told; here only voters that test count",
            "(?:"
                + ROW
                + "ipv6_reachable|reachability_summary\\.ipv6\\.\\w+"
                + "|relay_values\\.running_\\w*ipv6\\w*)",
            _ -> true),
        rule(
            "D-C2",
            "The reference takes an entry in a vote for reachability; here the flag Running says it",
            "(?:"
                + ROW
                + "ipv4_reachable|reachability_summary\\.ipv4\\.\\w+"
                + "|relay_values\\.running_ipv4_count)",
            found -> found.listing().stream().anyMatch(vote -> !vote.has("Running"))),
        rule(
            "D-C12",
            "The reference counts every vote that has a relay as one with Running, Valid and"
                + " V2Dir; here the flags are counted",
            "eligible_flags_display\\.(?:flags\\[[^\\]]+\\]\\.count|eligible_count)",
            found ->
                found.listing().stream()
                    .anyMatch(v -> !v.has("Running") || !v.has("Valid") || !v.has("V2Dir"))),
        Rule.of(
            "D-C1",
            "The reference takes a relay that enough votes have for one that the consensus has; here"
                + " the consensus says it",
            EVALUATION + "in_consensus",
            (place, input) -> {
              ReferenceEvaluation evaluation = Found.at(place, input).evaluation;
              return Answer.gives(evaluation != null && evaluation.isListed());
            }),
        Rule.of(
            "D-C4",
            "The reference takes the votes it could get for all there are, so that fewer make a"
                + " majority; here all authorities count",
            EVALUATION
                + "(?:total_authorities|majority_required|authority_table.*|flag_summary\\..*"
                + "|eligible_flags_display\\..*|bandwidth_summary\\..*"
                + "|reachability_summary\\..*|relay_values\\..*)",
            EvaluationDeviations::partial),
        Rule.of(
            "D-C4",
            "The reference takes the votes it could get for all there are",
            "authorities/requirement\\.\\w+",
            (place, input) -> {
              ReferenceVotes votes = ReferenceVotes.of(input);
              if (votes.all() == null || !votes.isPartial()) {
                return Answer.notHere();
              }
              // Without any vote it knows how many there should be.
              int count = votes.all().counted() == 0 ? AUTHORITIES : votes.all().counted();
              return Answer.gives(
                  place.path().endsWith("count") ? (Object) count : (Object) (count / 2 + 1));
            }),
        Rule.of(
            "D-C7",
            "The reference stops at the first relay that a vote has without statistics, and says"
                + " nothing of the relays after it; here every relay is judged for itself",
            "relay/(?:consensus_evaluation|diagnostics)(?:\\..*)?",
            EvaluationDeviations::stopped),
        Rule.of(
            "D-C15",
            "The reference looks for overload only where it has votes; here it is told without",
            "relay/diagnostics\\.issues(?:\\[\\])?",
            (_, input) -> {
              ConsensusEvaluations all = ReferenceVotes.of(input).all();
              return all == null || all.counted() == 0 ? Answer.gives(List.of()) : Answer.notHere();
            }));
  }

  /// Nothing, by whatever name, of relays from the first one on that lacks statistics.
  private static Answer stopped(Place place, FactsInput input) {
    Integer index = input.index(place.key());
    Integer first = input.derive(FirstWithoutStatistics.class, FirstWithoutStatistics::of).relay;
    boolean nothing =
        place.golden() == null
            || (place.golden() instanceof Collection<?> all && all.isEmpty())
            || (Boolean.FALSE.equals(place.golden()) && place.path().endsWith(".available"));
    return index != null && first != null && index >= first && nothing
        ? Answer.gives(place.golden())
        : Answer.notHere();
  }

  /// @param relay index of the first relay that a vote has without statistics; null if there is
  ///   none
  private record FirstWithoutStatistics(@Nullable Integer relay) {
    private static FirstWithoutStatistics of(FactsInput input) {
      ConsensusEvaluations all = ReferenceVotes.of(input).all();
      for (int i = 0; all != null && i < input.relays().size(); i++) {
        for (VoteColumns vote : all.votes()) {
          boolean listed = vote.flags().length > i && vote.flags()[i] != VoteColumns.UNKNOWN;
          if (listed && lacks(vote, i)) {
            return new FirstWithoutStatistics(i);
          }
        }
      }
      return new FirstWithoutStatistics(null);
    }

    private static boolean lacks(VoteColumns vote, int relay) {
      return vote.wfu()[relay] == VoteColumns.UNKNOWN
          || vote.timeKnown()[relay] == VoteColumns.UNKNOWN
          || vote.mtbf()[relay] == VoteColumns.UNKNOWN;
    }
  }

  private static Answer partial(Place place, FactsInput input) {
    ReferenceVotes votes = ReferenceVotes.of(input);
    Relay relay = RelayDeviations.relay(place, input);
    Integer index = input.index(place.key());
    if (!votes.isPartial() || votes.all() == null || relay == null || index == null) {
      return Answer.notHere();
    }
    RelayEvaluation own = votes.all().evaluator(input.model().asOf()).evaluate(index, relay);
    Map<String, @Nullable Object> leaves =
        Leaves.of(EvaluationLayout.evaluation(votes.all(), relay, own));
    String path = place.path().substring("consensus_evaluation.".length());
    return Leaves.has(leaves, path) ? Answer.gives(Leaves.get(leaves, path)) : Answer.notHere();
  }

  private static Deviation rule(
      String id, String summary, String fields, Predicate<ReferenceEvaluation> condition) {
    return Rule.of(
        id,
        summary,
        EVALUATION + fields,
        (place, input) -> {
          Found found = Found.at(place, input);
          ReferenceEvaluation evaluation = found.evaluation;
          String path = place.path().substring("consensus_evaluation.".length());
          return evaluation != null && condition.test(evaluation) && found.leaves.containsKey(path)
              ? Answer.gives(found.leaves.get(path))
              : Answer.notHere();
        });
  }

  /// The relay last asked for: differences come relay by relay.
  static final class Found {
    private String key = "";
    @Nullable ReferenceEvaluation evaluation;
    private Map<String, @Nullable Object> leaves = Map.of();

    static Found at(Place place, FactsInput input) {
      Found found = input.derive(Found.class, _ -> new Found());
      Integer index = input.index(place.key());
      if (!found.key.equals(place.key())) {
        found.key = place.key();
        found.evaluation = index == null ? null : ReferenceEvaluation.of(input, index);
        found.leaves = found.evaluation == null ? Map.of() : Leaves.of(found.evaluation.tree());
      }
      return found;
    }
  }
}
