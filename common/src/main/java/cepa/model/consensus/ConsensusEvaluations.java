package cepa.model.consensus;

import cepa.model.ModelPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What votes and consensus say of every relay (consensus 3 to 9). Only what was said is stored, in
/// columns; what follows from it for one relay is worked out when asked, by an [Evaluator].
///
/// @param consensus null if there is none
/// @param voters every configured voting authority, by name
/// @param votes parallel to the voters; [VoteColumns#none] for one whose vote does not count
/// @param flags names of flags by their bit in the columns
/// @param ipv6Addresses texts `[address]:port` the columns refer to
public record ConsensusEvaluations(
    @Nullable ConsensusColumns consensus,
    List<Voter> voters,
    List<VoteColumns> votes,
    List<String> flags,
    List<String> ipv6Addresses)
    implements ModelPart {

  public ConsensusEvaluations {
    voters = List.copyOf(voters);
    votes = List.copyOf(votes);
    flags = List.copyOf(flags);
    ipv6Addresses = List.copyOf(ipv6Addresses);
  }

  /// Votes that make a majority: of all configured authorities, however many votes could be had
  /// (D-C4).
  public int majority() {
    return voters.size() / 2 + 1;
  }

  /// Votes that count.
  public int counted() {
    return (int) voters.stream().filter(Voter::counts).count();
  }

  /// Works out what is known of relays.
  ///
  /// @param asOf the model's moment
  public Evaluator evaluator(Instant asOf) {
    return new Evaluator(this, asOf);
  }

  /// Thresholds over all authorities whose vote counts.
  public ThresholdSummary thresholds() {
    return ThresholdSummary.of(voters.stream().filter(Voter::counts).toList());
  }

  /// Names of the flags in a column's bits, alphabetical.
  List<String> names(long bits) {
    List<String> names = new ArrayList<>();
    for (int bit = 0; bit < flags.size(); bit++) {
      if (((bits >> bit) & 1) != 0) {
        names.add(flags.get(bit));
      }
    }
    names.sort(null);
    return List.copyOf(names);
  }
}
