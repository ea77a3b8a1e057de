package cepa.standalone.facts.deviation;

import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.VoteColumns;
import cepa.model.consensus.Voter;
import cepa.standalone.facts.FactsInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The votes there are as the reference sees them: it takes those it could get for all there are,
/// so that fewer make a majority (D-C4).
///
/// @param all what votes say, of voters whose vote counts only; null if nothing is known of votes
/// @param isPartial whether a configured authority is missing
record ReferenceVotes(@Nullable ConsensusEvaluations all, boolean isPartial) {

  static ReferenceVotes of(FactsInput input) {
    return input.derive(ReferenceVotes.class, ReferenceVotes::make);
  }

  private static ReferenceVotes make(FactsInput input) {
    ConsensusEvaluations known = input.find(ConsensusEvaluations.class);
    if (known == null || known.counted() == known.voters().size()) {
      return new ReferenceVotes(known, false);
    }
    List<Voter> voters = new ArrayList<>();
    List<VoteColumns> votes = new ArrayList<>();
    for (int i = 0; i < known.voters().size(); i++) {
      if (known.voters().get(i).counts()) {
        voters.add(known.voters().get(i));
        votes.add(known.votes().get(i));
      }
    }
    return new ReferenceVotes(
        new ConsensusEvaluations(
            known.consensus(), voters, votes, known.flags(), known.ipv6Addresses()),
        true);
  }
}
