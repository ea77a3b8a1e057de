package cepa.simulator.network;

import java.util.List;

/// A place in the tree of choices that hangs from a seed: every entity and every choice about it
/// has its own, so adding a choice never moves another one, and nothing depends on the order of
/// asking.
///
/// @param key the 64 mixed bits of the path from the seed to here
public record Draw(long key) {

  private static final long STEP = 0x9E3779B97F4A7C15L;

  /// The root of all choices of a seed.
  public static Draw ofSeed(long seed) {
    return new Draw(mix(seed * STEP + 0x5EEDL));
  }

  /// The choice with this name below this place.
  public Draw of(String label) {
    return new Draw(mix(key + label.hashCode() * STEP));
  }

  /// The choice with this number below this place.
  public Draw of(long number) {
    return new Draw(mix(key ^ mix(number * STEP + 1)));
  }

  /// 64 evenly distributed bits.
  public long bits() {
    return mix(key + STEP);
  }

  /// An evenly distributed number in 0 (inclusive) to 1 (exclusive).
  public double unit() {
    return (bits() >>> 11) * 0x1p-53;
  }

  public boolean chance(double probability) {
    return unit() < probability;
  }

  /// A whole number from 0 (inclusive) to `bound` (exclusive).
  public int below(int bound) {
    return (int) Long.remainderUnsigned(bits(), bound);
  }

  public <T> T from(List<T> items) {
    return items.get(below(items.size()));
  }

  /// A number from the standard normal distribution.
  public double gauss() {
    long bits = bits();
    double radius = ((bits >>> 32) + 1) * 0x1p-32;
    double angle = (bits & 0xFFFFFFFFL) * 0x1p-32;
    return Math.sqrt(-2 * StrictMath.log(radius)) * StrictMath.cos(2 * Math.PI * angle);
  }

  /// A number from the exponential distribution with this mean.
  public double exponential(double mean) {
    return -StrictMath.log(1 - unit()) * mean;
  }

  /// Bytes that look random.
  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    long state = key;
    for (int at = 0; at < length; at += Long.BYTES) {
      state += STEP;
      long bits = mix(state);
      for (int i = at; i < Math.min(length, at + Long.BYTES); i++) {
        bytes[i] = (byte) bits;
        bits >>>= Byte.SIZE;
      }
    }
    return bytes;
  }

  /// The finalizer of the splitmix64 generator: each input bit moves each output bit.
  private static long mix(long bits) {
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
