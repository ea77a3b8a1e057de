package cepa.processor.analysis.health;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An internet address as a number, so that ranges of it can be compared. Never resolves a name.
///
/// @param v6 whether it is of IPv6; addresses of the two protocols are not compared
/// @param high upper 64 bits; 0 for IPv4
/// @param low lower 64 bits, unsigned
record IpAddress(boolean v6, long high, long low) implements Comparable<IpAddress> {

  private static final Pattern V4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
  private static final long V4_MASK = 0xFFFF_FFFFL;
  private static final long MAPPED = 0xFFFF_0000_0000L;

  static final int V4_BITS = 32;
  static final int V6_BITS = 128;

  /// An address without a port, IPv6 with or without brackets; null if it is none.
  static @Nullable IpAddress parse(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String bare = bracketed ? text.substring(1, text.length() - 1) : text;
    boolean v6 = bare.indexOf(':') >= 0;
    if ((bracketed && !v6) || !(v6 ? V6 : V4).matcher(bare).matches()) {
      return null;
    }
    try {
      return of(v6, InetAddress.ofLiteral(bare).getAddress());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// An address with a port, as relays' addresses are written, or alone; null if it is none.
  static @Nullable IpAddress parseWithPort(String text) {
    int colon = text.lastIndexOf(':');
    boolean port = colon > 0 && (text.charAt(colon - 1) == ']' || text.indexOf(':') == colon);
    return parse(port ? text.substring(0, colon) : text);
  }

  private static IpAddress of(boolean v6, byte[] bytes) {
    if (bytes.length == Integer.BYTES) {
      long low = ByteBuffer.wrap(bytes).getInt() & V4_MASK;
      // Java makes IPv4 of mapped addresses, which are IPv6 as written.
      return new IpAddress(v6, 0, v6 ? MAPPED | low : low);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new IpAddress(true, buffer.getLong(), buffer.getLong());
  }

  int bits() {
    return v6 ? V6_BITS : V4_BITS;
  }

  /// With the last `count` bits all 0 or all 1.
  IpAddress withLastBits(int count, boolean ones) {
    long lowMask = count >= Long.SIZE ? -1 : (1L << count) - 1;
    int above = Math.max(0, count - Long.SIZE);
    long highMask = above >= Long.SIZE ? -1 : (1L << above) - 1;
    return ones
        ? new IpAddress(v6, high | highMask, low | lowMask)
        : new IpAddress(v6, high & ~highMask, low & ~lowMask);
  }

  /// The next one; null after the last.
  @Nullable IpAddress next() {
    if (low != (v6 ? -1 : V4_MASK)) {
      return new IpAddress(v6, high, low + 1);
    }
    return v6 && high != -1 ? new IpAddress(true, high + 1, 0) : null;
  }

  @Override
  public int compareTo(IpAddress other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    int byProtocol = Boolean.compare(v6, other.v6);
    return byProtocol != 0
        ? byProtocol
        : byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }
}
