package cepa.model.consensus;

import java.util.List;

/// Who reaches a relay (consensus 8 with D-C2 and D-C11). Voters are indexes into
/// [ConsensusEvaluations#voters].
///
/// @param ipv4 voters that vote Running
/// @param ipv4Unreachable voters whose vote counts and does not say Running, or lacks the relay
/// @param hasIpv6 whether the relay declares an IPv6 address
/// @param ipv6 voters that test IPv6 and reach it there
/// @param ipv6Unreachable voters that test IPv6, list the relay and do not reach it there
public record Reachability(
    List<Integer> ipv4,
    List<Integer> ipv4Unreachable,
    boolean hasIpv6,
    List<Integer> ipv6,
    List<Integer> ipv6Unreachable) {

  public Reachability {
    ipv4 = List.copyOf(ipv4);
    ipv4Unreachable = List.copyOf(ipv4Unreachable);
    ipv6 = List.copyOf(ipv6);
    ipv6Unreachable = List.copyOf(ipv6Unreachable);
  }

  /// Voters that tested its IPv6 address.
  public int ipv6Tested() {
    return ipv6.size() + ipv6Unreachable.size();
  }
}
