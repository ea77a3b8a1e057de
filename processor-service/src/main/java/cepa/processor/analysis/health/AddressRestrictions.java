package cepa.processor.analysis.health;

import cepa.address.IpAddress;
import cepa.address.IpRange;
import cepa.address.PrivateAddresses;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Finds out whether a policy keeps traffic to some public addresses from ports it lets out
/// elsewhere. Rules apply in their order; what no rule matches goes out. A policy decides the
/// same for all addresses between two ends of its ranges, and for all ports between two ends of its
/// port ranges, so one of each is enough to look at.
final class AddressRestrictions {

  private final List<PolicyRule> rules;
  private final boolean protocol6;
  private final int[] ports;

  private AddressRestrictions(List<PolicyRule> rules, boolean protocol6) {
    this.rules = rules.stream().filter(rule -> rule.speaksOf(protocol6)).toList();
    this.protocol6 = protocol6;
    Set<Integer> starts = new TreeSet<>(Set.of(1));
    for (PolicyRule rule : this.rules) {
      starts.add(Math.max(1, rule.ports().first()));
      starts.add(rule.ports().last() + 1);
    }
    starts.remove(PortSet.LAST + 1);
    this.ports = starts.stream().mapToInt(port -> port).toArray();
  }

  /// @param own addresses of the relay itself, which its default rules reject
  /// @param six whether anything goes out over IPv6 at all
  static boolean in(List<PolicyRule> rules, Collection<IpAddress> own, boolean six) {
    // True of almost every policy, and cheap to see.
    if (rules.stream().allMatch(rule -> isHarmless(rule, own))) {
      return false;
    }
    return new AddressRestrictions(rules, false).restrict(own)
        || (six && new AddressRestrictions(rules, true).restrict(own));
  }

  private boolean restrict(Collection<IpAddress> own) {
    BitSet elsewhere = accepted(rules.stream().filter(rule -> rule.range() == null).toList());
    for (IpAddress address : representatives(own)) {
      if (!own.contains(address) && !PrivateAddresses.contains(address)) {
        BitSet kept = (BitSet) elsewhere.clone();
        kept.andNot(accepted(rules.stream().filter(rule -> rule.matches(address)).toList()));
        if (!kept.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /// One address of every stretch that rules, private ranges and own addresses divide all into.
  private Set<IpAddress> representatives(Collection<IpAddress> own) {
    List<IpRange> ranges = new ArrayList<>(PrivateAddresses.RANGES);
    for (PolicyRule rule : rules) {
      if (rule.range() != null) {
        ranges.add(rule.range());
      }
    }
    own.forEach(address -> ranges.add(new IpRange(address, address)));
    Set<IpAddress> starts = new TreeSet<>();
    for (IpRange range : ranges) {
      if (range.first().v6() == protocol6) {
        starts.add(range.first());
        IpAddress next = range.last().next();
        if (next != null) {
          starts.add(next);
        }
      }
    }
    return starts;
  }

  /// Rules that restrict nobody: most are of this kind. They accept, speak of all addresses, or
  /// reject a private range or an own address.
  private static boolean isHarmless(PolicyRule rule, Collection<IpAddress> own) {
    IpRange range = rule.range();
    return rule.accepts()
        || range == null
        || (range.first().equals(range.last()) && own.contains(range.first()))
        || PrivateAddresses.RANGES.stream()
            .anyMatch(hidden -> hidden.contains(range.first()) && hidden.contains(range.last()));
  }

  /// Indexes into the ports that go out by these rules.
  private BitSet accepted(List<PolicyRule> matching) {
    var accepted = new BitSet(ports.length);
    for (int i = 0; i < ports.length; i++) {
      int port = ports[i];
      accepted.set(
          i,
          matching.stream()
              .filter(rule -> rule.ports().contains(port))
              .findFirst()
              .map(PolicyRule::accepts)
              .orElse(true));
    }
    return accepted;
  }
}
