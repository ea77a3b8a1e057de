package cepa.processor.analysis.leaderboards;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An IP address as upstream writes it, with or without a port (relay-model 10).
///
/// @param text one text for one address
/// @param isIpv6 its version
record OrAddress(String text, boolean isIpv6) {

  private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?");
  private static final Pattern IPV6 =
      Pattern.compile("\\[([0-9a-fA-F:.]{2,45})](?::\\d{1,5})?|([0-9a-fA-F]*:[0-9a-fA-F:.]*)");

  /// Null if it is none. Nothing is ever looked up.
  static @Nullable OrAddress parse(String text) {
    Matcher ipv4 = IPV4.matcher(text);
    if (ipv4.matches()) {
      return literal(ipv4.group(1), false);
    }
    Matcher ipv6 = IPV6.matcher(text);
    if (ipv6.matches()) {
      return literal(ipv6.group(1) == null ? ipv6.group(2) : ipv6.group(1), true);
    }
    return null;
  }

  private static @Nullable OrAddress literal(String address, boolean isIpv6) {
    try {
      return new OrAddress(InetAddress.ofLiteral(address).getHostAddress(), isIpv6);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
