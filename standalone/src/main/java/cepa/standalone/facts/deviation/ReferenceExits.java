package cepa.standalone.facts.deviation;

import cepa.address.IpAddress;
import cepa.address.PrivateAddresses;
import cepa.model.Relay;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.health.HealthSheet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What exits let out by the reference's rules (analytics 11.11): only summaries that accept are
/// read, and any rule that rejects a single public address restricts, its own included.
final class ReferenceExits {

  private static final String EVERY_PORT = "1-65535";

  private ReferenceExits() {}

  static Map<String, @Nullable Object> facts(FactsInput input) {
    List<Relay> exits = input.relays().stream().filter(relay -> relay.has("Exit")).toList();
    int web = 0;
    int everyPort = 0;
    int restricted = 0;
    int open = 0;
    for (Relay exit : exits) {
      List<String> accepted = accepted(exit);
      boolean every = accepted.contains(EVERY_PORT);
      boolean some = exit.exitPolicy().rules().stream().anyMatch(ReferenceExits::restricts);
      web += lets(accepted, 80) || lets(accepted, 443) ? 1 : 0;
      everyPort += every ? 1 : 0;
      restricted += some ? 1 : 0;
      open += every && !some ? 1 : 0;
    }
    int all = exits.size();
    var sheet = new HealthSheet();
    sheet.part("web_traffic_exits", web, all);
    sheet.part("unrestricted_exits", everyPort, all);
    sheet.part("restricted_exits", all - everyPort, all);
    sheet.part("ip_restricted_exits", restricted, all);
    sheet.part("ip_unrestricted_exits", all - restricted, all);
    sheet.part("unrestricted_and_no_ip_restrictions", open, all);
    return sheet.facts();
  }

  /// Of a summary that rejects nothing is read.
  private static List<String> accepted(Relay exit) {
    Relay.PortSummary summary = exit.exitPolicy().ipv4();
    return summary == null || !summary.accepts() ? List.of() : summary.ports();
  }

  private static boolean lets(List<String> ports, int port) {
    for (String range : ports) {
      String[] ends = range.split("-", 2);
      if (ends[0].matches("\\d{1,9}")
          && ends[ends.length - 1].matches("\\d{1,9}")
          && Integer.parseInt(ends[0]) <= port
          && port <= Integer.parseInt(ends[ends.length - 1])) {
        return true;
      }
    }
    return false;
  }

  private static boolean restricts(String rule) {
    if (!rule.startsWith("reject ")) {
      return false;
    }
    IpAddress address = address(rule.substring("reject ".length()));
    return address != null && !PrivateAddresses.contains(address);
  }

  /// A single address only: of a range the reference reads none. IPv6 has a port behind brackets.
  private static @Nullable IpAddress address(String target) {
    if (target.startsWith("[") && target.contains("]:")) {
      return IpAddress.parse(target.substring(1, target.indexOf("]:")));
    }
    return target.contains(":") ? IpAddress.parse(target.split(":", 2)[0]) : null;
  }
}
