package cepa.address;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses from one to another, both included.
public record IpRange(IpAddress first, IpAddress last) {

  private static final Pattern PREFIX = Pattern.compile("(.+)/(\\d{1,3})");
  private static final Pattern MASK = Pattern.compile("([\\d.]+)/([\\d.]{7,15})");

  /// An address, or a range as `10.0.0.0/8`, `10.0.0.0/255.0.0.0` or `[2001:db8::]/32`; null if it
  /// is none.
  public static @Nullable IpRange parse(String text) {
    Matcher prefix = PREFIX.matcher(text);
    if (prefix.matches()) {
      return of(IpAddress.parse(prefix.group(1)), Integer.parseInt(prefix.group(2)));
    }
    Matcher masked = MASK.matcher(text);
    if (masked.matches()) {
      IpAddress mask = IpAddress.parse(masked.group(2));
      return mask == null ? null : of(IpAddress.parse(masked.group(1)), length(mask));
    }
    IpAddress address = IpAddress.parse(text);
    return address == null ? null : new IpRange(address, address);
  }

  /// Leading ones of a mask; -1 if anything follows the first zero.
  private static int length(IpAddress mask) {
    int length = Long.bitCount(mask.low());
    return mask.withLastBits(IpAddress.V4_BITS - length, false).equals(mask)
            && mask.withLastBits(IpAddress.V4_BITS - length, true).low() == 0xFFFF_FFFFL
        ? length
        : -1;
  }

  private static @Nullable IpRange of(@Nullable IpAddress address, int length) {
    if (address == null || length < 0 || length > address.bits()) {
      return null;
    }
    int free = address.bits() - length;
    return new IpRange(address.withLastBits(free, false), address.withLastBits(free, true));
  }

  public boolean contains(IpAddress address) {
    return first.v6() == address.v6()
        && first.compareTo(address) <= 0
        && address.compareTo(last) <= 0;
  }

  /// Whether it is every address of its protocol.
  public boolean isEverything() {
    return first.withLastBits(first.bits(), false).equals(first)
        && last.withLastBits(last.bits(), true).equals(last);
  }
}
