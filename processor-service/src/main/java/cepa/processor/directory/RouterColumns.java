package cepa.processor.directory;

/// What one consensus or vote says of its relays, a column a value; -1 is unknown. Columns may end
/// before a row another document has: use the methods.
///
/// @param entries relays it has
/// @param withIpv6 of these, those with an IPv6 address
/// @param flags bits by the names beside the columns
/// @param bandwidth kilobytes/s
/// @param measured kilobytes/s
/// @param wfu millionths
/// @param timeKnown seconds
/// @param mtbf seconds
/// @param ipv6 index into the texts beside the columns
/// @param published seconds since the epoch
/// @param unmeasured whether it says so
public record RouterColumns(
    int entries,
    int withIpv6,
    long[] flags,
    int[] bandwidth,
    int[] measured,
    int[] wfu,
    int[] timeKnown,
    int[] mtbf,
    int[] ipv6,
    long[] published,
    boolean[] unmeasured) {

  /// Whether it has the relay of a row.
  public boolean has(int row) {
    return row >= 0 && row < flags.length && flags[row] != Lines.UNKNOWN;
  }
}
