package cepa.processor.analysis.consensus;

import java.util.List;

/// From the bits one document uses for flags to those another does.
///
/// @param bits the other's bit for each of the one's; 0 for a flag there was no bit left for
record FlagTranslation(long[] bits) {

  private static final int MOST = 63;

  /// @param into names by bit; those it lacks are added
  static FlagTranslation of(List<String> names, List<String> into) {
    long[] bits = new long[names.size()];
    for (int i = 0; i < bits.length; i++) {
      int bit = into.indexOf(names.get(i));
      if (bit < 0 && into.size() < MOST) {
        bit = into.size();
        into.add(names.get(i));
      }
      bits[i] = bit < 0 ? 0 : 1L << bit;
    }
    return new FlagTranslation(bits);
  }

  long of(long flags) {
    long translated = 0;
    for (long rest = flags; rest != 0; rest &= rest - 1) {
      translated |= bits[Long.numberOfTrailingZeros(rest)];
    }
    return translated;
  }
}
