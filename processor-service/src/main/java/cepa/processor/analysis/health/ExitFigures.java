package cepa.processor.analysis.health;

import cepa.address.IpAddress;
import cepa.model.Relay;
import cepa.model.Relay.PortSummary;
import cepa.model.health.ExitPolicies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Counts what exits let out (analytics 11.11 with ).
final class ExitFigures {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  // Exits share most of their lines and summaries.
  private final Map<String, List<PolicyRule>> lines = new HashMap<>();
  private final Map<PortSummary, PortSet> summaries = new HashMap<>();
  private int exits;
  private int web;
  private int unrestricted;
  private int restricted;
  private int addressRestricted;
  private int addressUnrestricted;
  private int open;

  private ExitFigures() {}

  static ExitPolicies of(List<Relay> relays) {
    var figures = new ExitFigures();
    relays.stream().filter(relay -> relay.has("Exit")).forEach(figures::add);
    return figures.result();
  }

  private void add(Relay relay) {
    exits++;
    boolean everyPort = false;
    PortSummary summary = relay.exitPolicy().ipv4();
    if (summary != null) {
      PortSet ports = summaries.computeIfAbsent(summary, PortSet::of);
      everyPort = ports.isEverything();
      web += ports.contains(HTTP) || ports.contains(HTTPS) ? 1 : 0;
      unrestricted += everyPort ? 1 : 0;
      restricted += everyPort ? 0 : 1;
    }
    List<PolicyRule> rules = new ArrayList<>();
    for (String line : relay.exitPolicy().rules()) {
      rules.addAll(lines.computeIfAbsent(line, PolicyRule::parse));
    }
    if (!rules.isEmpty()) {
      boolean some =
          AddressRestrictions.in(rules, ownAddresses(relay), relay.exitPolicy().ipv6() != null);
      addressRestricted += some ? 1 : 0;
      addressUnrestricted += some ? 0 : 1;
      open += everyPort && !some ? 1 : 0;
    }
  }

  private static Set<IpAddress> ownAddresses(Relay relay) {
    Set<IpAddress> own = new HashSet<>();
    Stream.concat(relay.addresses().or().stream(), relay.addresses().exit().stream())
        .map(IpAddress::parseWithPort)
        .filter(Objects::nonNull)
        .forEach(own::add);
    return own;
  }

  private ExitPolicies result() {
    return new ExitPolicies(
        exits,
        web,
        unrestricted,
        restricted,
        exits - unrestricted - restricted,
        addressRestricted,
        addressUnrestricted,
        exits - addressRestricted - addressUnrestricted,
        open);
  }
}
