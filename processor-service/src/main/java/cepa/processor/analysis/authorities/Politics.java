package cepa.processor.analysis.authorities;

import cepa.model.Fingerprint;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.ConsensusMethods;
import cepa.model.consensus.ParameterVotes;
import cepa.model.consensus.Voter;
import cepa.processor.directory.StatusHead;
import cepa.processor.source.collectorconsensus.ConsensusData;
import cepa.processor.source.collectorvotes.VotesData;
import cepa.processor.source.collectorvotes.VotesData.Vote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the authorities vote of the network as a whole: consensus methods and parameters (consensus
/// 3.3, 3.4).
final class Politics {

  private final ConsensusEvaluations evaluations;
  private final @Nullable VotesData votes;
  private final @Nullable StatusHead consensus;

  /// Heads of the votes that count, by name of the voter, in order of voters.
  private final Map<String, StatusHead> heads = new LinkedHashMap<>();

  Politics(
      ConsensusEvaluations evaluations,
      @Nullable VotesData votes,
      @Nullable ConsensusData consensus) {
    this.evaluations = evaluations;
    this.votes = votes;
    this.consensus = consensus == null ? null : consensus.head();
    Map<Fingerprint, StatusHead> byIdentity =
        votes == null
            ? Map.of()
            : votes.votes().stream().collect(Collectors.toMap(Vote::identity, Vote::head));
    for (Voter voter : evaluations.voters()) {
      StatusHead head = voter.counts() ? byIdentity.get(voter.identity()) : null;
      if (head != null) {
        heads.put(voter.name(), head);
      }
    }
  }

  /// Names, or identities where a vote has no name, of voters that are not configured; ascending.
  List<String> unknownVoters() {
    if (votes == null) {
      return List.of();
    }
    Set<Fingerprint> known =
        evaluations.voters().stream().map(Voter::identity).collect(Collectors.toSet());
    return votes.votes().stream()
        .filter(vote -> !known.contains(vote.identity()))
        .map(Politics::name)
        .sorted()
        .toList();
  }

  private static String name(Vote vote) {
    return vote.head().sources().isEmpty()
        ? vote.identity().hex()
        : vote.head().sources().getFirst().nickname();
  }

  ConsensusMethods methods() {
    Map<String, List<Integer>> perVoter = new TreeMap<>();
    Map<Integer, Integer> support = new TreeMap<>();
    heads.forEach((name, head) -> {
      perVoter.put(name, head.methods());
      head.methods().forEach(method -> support.merge(method, 1, Integer::sum));
    });
    int needed = 2 * evaluations.voters().size() / 3 + 1;
    Integer decided = consensus == null ? null : consensus.method();
    return decided == null
        ? new ConsensusMethods(perVoter, support, highest(support, needed), true, needed)
        : new ConsensusMethods(perVoter, support, decided, false, needed);
  }

  private static @Nullable Integer highest(Map<Integer, Integer> support, int needed) {
    return support.entrySet().stream()
        .filter(method -> method.getValue() >= needed)
        .map(Map.Entry::getKey)
        .max(Integer::compare)
        .orElse(null);
  }

  List<ParameterVotes> parameters() {
    Map<String, Map<String, Integer>> values = new TreeMap<>();
    heads.forEach((voter, head) ->
        head.params()
            .forEach((name, value) ->
                values.computeIfAbsent(name, _ -> new TreeMap<>()).put(voter, value)));
    Map<String, Integer> decided = consensus == null ? Map.of() : consensus.params();
    decided.keySet().forEach(name -> values.computeIfAbsent(name, _ -> new TreeMap<>()));
    List<ParameterVotes> parameters = new ArrayList<>(values.size());
    values.forEach((name, voted) ->
        parameters.add(
            ParameterVotes.of(name, voted, evaluations.voters().size(), decided.get(name))));
    return parameters;
  }
}
