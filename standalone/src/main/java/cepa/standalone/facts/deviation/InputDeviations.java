package cepa.standalone.facts.deviation;

import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.Voter;
import cepa.processor.source.aroivalidation.AroiData;
import cepa.processor.source.collectorbandwidths.BandwidthFiles;
import cepa.processor.source.collectorconsensus.ConsensusData;
import cepa.processor.source.collectordescriptors.Descriptors;
import cepa.processor.source.collectorvotes.VotesData;
import cepa.processor.source.onionoobandwidth.BandwidthData;
import cepa.processor.source.onionoouptime.UptimeData;
import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.FactsInput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Deviations in which inputs figures are made of.
final class InputDeviations {

  private static final String VALIDATION = "(?:contact|family)/contact_validation_status\\.";
  private static final String FAMILY_KEYS =
      "(?:all_relays|relay)/family_support_type"
          + "|(?:family|contact)/.*family_support_counts\\.\\w+"
          + "|network_health/hf_(?:family|some_operators|all_operators)_?\\w*";
  private static final String VOTES =
      "relay/(?:consensus_evaluation|diagnostics)\\..*|authorities/.*|network_health/hf_.*";

  /// What the reference adds while it makes figures of uptime or of bandwidth only.
  private static final Set<Class<?>> ADDED_LATE =
      Set.of(
          AroiData.class,
          Descriptors.class,
          VotesData.class,
          ConsensusData.class,
          BandwidthFiles.class);

  /// One instance each: what is made of other inputs is made once for each of them.
  private static final List<Deviation> ALL =
      List.of(
          deviation(
              "D-12",
              "The reference leaves proofs of operators and families by key out of its figures if"
                  + " neither uptime nor bandwidth arrived; here figures need their own source only",
              VALIDATION
                  + ".*|contact/(?:is_validated_aroi|aroi_validation_timestamp|contact_rankings.*)"
                  + "|leaderboards/(?:\\[\\]|\\[[0-9a-f]{32}\\]\\.(?:rank|validated_\\w+"
                  + "|invalid_relay_count))"
                  + "|network_health/(?:\\w*aroi\\w*.*|hf_.*|(?:dns|uri)_.*"
                  + "|(?:relay|operator)_error_top5|no_aroi_reasons_top5|validation_\\w+"
                  + "|relays_(?:no|missing)_.*)",
              InputDeviations::hasNoHistories,
              (_, given) -> given.keySet().removeAll(ADDED_LATE)),
          deviation(
              "S-12",
              "The reference looks for `404` anywhere in the text of a failure, fingerprints and"
                  + " names in it included; here a status stands where statuses stand",
              VALIDATION + ".*",
              input -> ReferenceRefusals.of(input).differs(),
              (input, given) -> given.put(AroiData.class, ReferenceRefusals.of(input).results())),
          deviation(
              "D-11",
              "The reference lets the last file decide whether a relay has a family key, and within"
                  + " one file a descriptor without a certificate; here the newest descriptor does",
              FAMILY_KEYS,
              input -> ReferenceDescriptors.of(input).differsByTime(),
              (input, given) ->
                  given.put(Descriptors.class, ReferenceDescriptors.of(input).merged())),
          deviation(
              "S-19",
              "The reference takes a family's key from whatever looks like a certificate; here it"
                  + " must have a certificate's form",
              FAMILY_KEYS,
              input -> ReferenceDescriptors.of(input).differsByForm(),
              (input, given) ->
                  given.put(Descriptors.class, ReferenceDescriptors.of(input).merged())),
          deviation(
              "S-15",
              "The reference counts votes up to three days old together with new ones; here those of"
                  + " the newest hour and the one before",
              VOTES,
              InputDeviations::hasStaleVotes,
              (_, given) ->
                  given.computeIfPresent(
                      VotesData.class, (_, votes) -> ReferenceHours.level((VotesData) votes))),
          deviation(
              "S-16",
              "The reference takes any further address in a vote for an IPv6 one; here only those in"
                  + " brackets",
              VOTES,
              ReferenceAddresses::isAny,
              (input, given) ->
                  given.computeIfPresent(
                      VotesData.class,
                      (_, votes) -> ReferenceAddresses.with((VotesData) votes, input))),
          deviation(
              "F-5",
              "Where results of proofs are missing the reference takes operators for misconfigured;"
                  + " here they are unchecked",
              VALIDATION + ".*",
              input -> input.find(AroiData.class) == null,
              (_, given) ->
                  given.put(AroiData.class, new AroiData(null, null, Map.of(), Map.of(), 0))),
          deviation(
              "F-5",
              "Where descriptors are missing the reference takes relays for such without a family"
                  + " key; here that is unknown",
              FAMILY_KEYS,
              input -> input.find(Descriptors.class) == null,
              (_, given) ->
                  given.put(Descriptors.class, new Descriptors(Map.of(), null, null, 0))));

  private InputDeviations() {}

  static List<Deviation> all() {
    return ALL;
  }

  private static Deviation deviation(
      String id,
      String summary,
      String fields,
      Predicate<FactsInput> condition,
      BiConsumer<FactsInput, Map<Class<?>, Object>> change) {
    return new InputDeviation(id, summary, Pattern.compile(fields), condition, change);
  }

  private static boolean hasNoHistories(FactsInput input) {
    return input.find(UptimeData.class) == null
        && input.find(BandwidthData.class) == null
        && ADDED_LATE.stream().anyMatch(type -> input.find(type) != null);
  }

  private static boolean hasStaleVotes(FactsInput input) {
    ConsensusEvaluations votes = input.find(ConsensusEvaluations.class);
    return votes != null
        && votes.voters().stream().anyMatch(voter -> voter.state() == Voter.State.STALE);
  }
}
