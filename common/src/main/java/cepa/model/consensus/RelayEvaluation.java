package cepa.model.consensus;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the authorities make of one relay (consensus 4 to 9).
///
/// @param inConsensus whether it is in the consensus (D-C1); null if that cannot be told
/// @param basis what says so; null if nothing can
/// @param consensusFlags flags in the consensus, alphabetical; empty if it is not in it or there is
///   no consensus
/// @param listed votes that have it
/// @param votes every voter's, in order of voters; empty without any vote that counts
/// @param flags counts by flag; empty without votes
/// @param bandwidth null without votes
/// @param reachability null without votes
/// @param values null without votes
public record RelayEvaluation(
    @Nullable Boolean inConsensus,
    @Nullable Basis basis,
    List<String> consensusFlags,
    int listed,
    List<RouterVote> votes,
    Map<JudgedFlag, FlagCounts> flags,
    @Nullable BandwidthMeasurements bandwidth,
    @Nullable Reachability reachability,
    @Nullable RelayValues values) {

  public RelayEvaluation {
    consensusFlags = List.copyOf(consensusFlags);
    votes = List.copyOf(votes);
    flags = JudgedFlag.copy(flags);
  }

  /// Whether any vote that counts has the relay.
  public boolean inVotes() {
    return listed > 0;
  }

  /// The counts of one flag; zeros without votes.
  public FlagCounts counts(JudgedFlag flag) {
    return flags.getOrDefault(flag, new FlagCounts(0, 0, 0));
  }

  /// Votes that give it a flag (D-C12: Running, Valid and V2Dir are counted like all others).
  public int assigned(String flag) {
    return (int) votes.stream().filter(vote -> vote.has(flag)).count();
  }

  /// Where membership is known from.
  public enum Basis {
    /// The consensus document.
    CONSENSUS,
    /// Votes with Running and Valid, for want of a consensus.
    VOTES
  }
}
