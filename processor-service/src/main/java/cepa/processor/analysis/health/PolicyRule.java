package cepa.processor.analysis.health;

import cepa.address.IpAddress;
import cepa.address.IpRange;
import cepa.address.PrivateAddresses;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One line of an exit policy.
///
/// @param accepts whether it lets out what it matches
/// @param v4 whether it speaks of IPv4
/// @param v6 whether it speaks of IPv6
/// @param range addresses it matches; null for all
/// @param ports ports it matches
record PolicyRule(
    boolean accepts, boolean v4, boolean v6, @Nullable IpRange range, PortSet.Range ports) {

  private static final Pattern LINE = Pattern.compile("(accept|reject)(6?)\\s+(\\S+):(\\S+)");
  private static final PortSet.Range ALL_PORTS = new PortSet.Range(1, PortSet.LAST);

  /// The rules of a line: several for `private`, none if it cannot be read.
  static List<PolicyRule> parse(String line) {
    Matcher match = LINE.matcher(line.strip().toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      return List.of();
    }
    boolean accepts = match.group(1).equals("accept");
    boolean only6 = !match.group(2).isEmpty();
    String ports = match.group(4);
    PortSet.Range range = ports.equals("*") ? ALL_PORTS : PortSet.range(ports);
    return range == null ? List.of() : rules(accepts, only6, match.group(3), range);
  }

  private static List<PolicyRule> rules(
      boolean accepts, boolean only6, String addresses, PortSet.Range ports) {
    return switch (addresses) {
      case "*" -> List.of(new PolicyRule(accepts, !only6, true, null, ports));
      case "*4" -> List.of(new PolicyRule(accepts, true, false, null, ports));
      case "*6" -> List.of(new PolicyRule(accepts, false, true, null, ports));
      case "private" ->
          PrivateAddresses.RANGES.stream().map(range -> of(accepts, range, ports)).toList();
      default -> {
        IpRange range = IpRange.parse(addresses);
        yield range == null ? List.of() : List.of(of(accepts, range, ports));
      }
    };
  }

  private static PolicyRule of(boolean accepts, IpRange range, PortSet.Range ports) {
    boolean six = range.first().v6();
    return new PolicyRule(accepts, !six, six, range.isEverything() ? null : range, ports);
  }

  boolean speaksOf(boolean protocol6) {
    return protocol6 ? v6 : v4;
  }

  boolean matches(IpAddress address) {
    return speaksOf(address.v6()) && (range == null || range.contains(address));
  }
}
