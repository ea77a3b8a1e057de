package cepa.processor.analysis.consensus;

import cepa.model.Relay;
import cepa.model.consensus.ConsensusColumns;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.VoteColumns;
import cepa.model.consensus.Voter;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.source.collectorconsensus.ConsensusData;
import cepa.processor.source.collectorvotes.VotesData;
import cepa.processor.source.collectorvotes.VotesData.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts votes and consensus beside the relays of the model (consensus 3 to 7). Nothing is judged
/// here: [cepa.model.consensus.Evaluator] does that for the relay a page is about.
@Component
public final class ConsensusEvaluationsAnalysis implements Analysis<ConsensusEvaluations> {

  private final VoterTable table;

  public ConsensusEvaluationsAnalysis() {
    table = VoterTable.configured();
  }

  @Override
  public Class<ConsensusEvaluations> makes() {
    return ConsensusEvaluations.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Relays.class, VotesData.class, ConsensusData.class, ScannerFiles.class);
  }

  @Override
  public ConsensusEvaluations analyse(Facts facts) {
    List<Relay> relays = facts.get(Relays.class).relays();
    VotesData data = facts.find(VotesData.class);
    var voters = new Voters(table, data, relays);
    List<String> flags = new ArrayList<>(data == null ? List.of() : data.flags());
    List<VoteColumns> votes = new ArrayList<>();
    for (Voter voter : voters.all()) {
      Vote vote = voter.counts() ? voters.vote(voter) : null;
      votes.add(
          vote == null || data == null
              ? VoteColumns.none()
              : new VoteTranscript(relays, data, facts.get(ScannerFiles.class)).of(vote));
    }
    return new ConsensusEvaluations(
        consensus(relays, facts.find(ConsensusData.class), flags),
        voters.all(),
        votes,
        flags,
        data == null ? List.of() : data.ipv6Addresses());
  }

  /// @param flags names by bit, added to
  private static @Nullable ConsensusColumns consensus(
      List<Relay> relays, @Nullable ConsensusData data, List<String> flags) {
    if (data == null || data.routers().entries() == 0 || data.head().validAfter() == null) {
      return null;
    }
    var translation = FlagTranslation.of(data.flags(), flags);
    long[] bits = new long[relays.size()];
    int[] bandwidth = new int[relays.size()];
    List<Integer> unmeasured = new ArrayList<>();
    for (int i = 0; i < bits.length; i++) {
      int row = data.rows().getOrDefault(relays.get(i).fingerprint(), VoteColumns.UNKNOWN);
      boolean has = data.routers().has(row);
      bits[i] = has ? translation.of(data.routers().flags()[row]) : VoteColumns.UNKNOWN;
      bandwidth[i] = has ? data.routers().bandwidth()[row] : VoteColumns.UNKNOWN;
      if (has && data.routers().unmeasured()[row]) {
        unmeasured.add(i);
      }
    }
    return new ConsensusColumns(
        data.head().validAfter(),
        data.head().validUntil(),
        bits,
        bandwidth,
        unmeasured.stream().mapToInt(Integer::intValue).toArray());
  }
}
