package cepa.model.consensus;

/// What one authority says of every relay, a column a value, each parallel to base order; -1 is
/// unknown everywhere. Arrays, since there are nine of these for each relay; they are not to be
/// changed.
///
/// @param flags bits by [ConsensusEvaluations#flags]; -1 if the vote has no such relay
/// @param bandwidth what the relay says of itself, kilobytes/s
/// @param measured what the authority's scanner measured, kilobytes/s
/// @param scanned what the scanner's newest file says, kilobytes/s: may be newer than the vote
/// @param wfu weighted fractional uptime, millionths
/// @param timeKnown seconds
/// @param mtbf weighted mean time between failures, seconds
/// @param ipv6 index into [ConsensusEvaluations#ipv6Addresses]
/// @param published of the descriptor the vote is about, seconds since the epoch
public record VoteColumns(
    long[] flags,
    int[] bandwidth,
    int[] measured,
    int[] scanned,
    int[] wfu,
    int[] timeKnown,
    int[] mtbf,
    int[] ipv6,
    long[] published) {

  public static final int UNKNOWN = -1;

  /// Columns without rows.
  public static VoteColumns none() {
    return new VoteColumns(
        new long[0],
        new int[0],
        new int[0],
        new int[0],
        new int[0],
        new int[0],
        new int[0],
        new int[0],
        new long[0]);
  }
}
