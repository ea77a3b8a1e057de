package cepa.address;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An internet address as a number, so that it has one form and ranges of it can be compared.
/// Reading one never resolves a name (relay-model 10).
///
/// @param v6 whether it is of IPv6; addresses of the two protocols are not compared
/// @param high upper 64 bits; 0 for IPv4
/// @param low lower 64 bits, unsigned
public record IpAddress(boolean v6, long high, long low) implements Comparable<IpAddress> {

  private static final Pattern V4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  /// IPv6 has a port only behind brackets.
  private static final Pattern WITH_PORT = Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]*):\\d{1,5}");

  private static final long V4_MASK = 0xFFFF_FFFFL;
  private static final long MAPPED = 0xFFFF_0000_0000L;

  static final int V4_BITS = 32;
  static final int V6_BITS = 128;

  /// An address without a port, IPv6 with or without brackets; null if it is none.
  public static @Nullable IpAddress parse(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String bare = bracketed ? text.substring(1, text.length() - 1) : text;
    return bare.indexOf(':') >= 0 ? v6(bare) : bracketed ? null : v4(bare);
  }

  /// An address with a port, as relays' addresses are written, or alone; null if it is none.
  public static @Nullable IpAddress parseWithPort(String text) {
    Matcher port = WITH_PORT.matcher(text);
    return parse(port.matches() ? port.group(1) : text);
  }

  /// The one spelling of the address that `text` is, with or without a port; null if it is none.
  public static @Nullable String canonical(String text) {
    IpAddress address = parseWithPort(text);
    return address == null ? null : address.text();
  }

  /// Four decimal numbers, leading zeros or not.
  private static @Nullable IpAddress v4(String text) {
    Matcher parts = V4.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    long address = 0;
    for (int i = 1; i <= parts.groupCount(); i++) {
      int part = Integer.parseInt(parts.group(i));
      if (part > 255) {
        return null;
      }
      address = address << Byte.SIZE | part;
    }
    return new IpAddress(false, 0, address);
  }

  private static @Nullable IpAddress v6(String text) {
    if (!V6.matcher(text).matches()) {
      return null;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(InetAddress.ofLiteral(text).getAddress());
      // Java makes IPv4 of mapped addresses, which are IPv6 as written.
      return bytes.remaining() == Integer.BYTES
          ? new IpAddress(true, 0, MAPPED | (bytes.getInt() & V4_MASK))
          : new IpAddress(true, bytes.getLong(), bytes.getLong());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// Its one spelling: IPv4 as four decimal numbers, IPv6 as eight groups of lower-case hex digits
  /// without leading zeros.
  public String text() {
    var text = new StringJoiner(v6 ? ":" : ".");
    if (v6) {
      group(text, high);
      group(text, low);
    } else {
      for (int shift = 24; shift >= 0; shift -= Byte.SIZE) {
        text.add(Long.toString(low >> shift & 0xFF));
      }
    }
    return text.toString();
  }

  private static void group(StringJoiner text, long half) {
    for (int shift = 48; shift >= 0; shift -= Short.SIZE) {
      text.add(Long.toHexString(half >> shift & 0xFFFF));
    }
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
  public @Nullable IpAddress next() {
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
