package cepa.simulator.collectorvotes;

import cepa.simulator.network.Authority;
import cepa.simulator.network.Draw;
import cepa.simulator.network.Flag;
import cepa.simulator.network.RelayHour;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one authority thinks of a relay. Now and then a minority differs from the others, so that
/// the consensus is always the majority of the votes and the votes are not all alike.
///
/// @param flags it votes for
/// @param reachesIpv6 whether it reached the relay's IPv6 address
record Opinion(Set<Flag> flags, boolean reachesIpv6) {

  private static final List<String> VOTERS =
      Authority.voters().stream().map(Authority::nickname).toList();
  private static final Set<String> WITHOUT_IPV6 = Set.of("dannenberg", "longclaw");
  private static final List<Flag> DISPUTED =
      List.of(Flag.STABLE, Flag.HSDIR, Flag.GUARD, Flag.FAST, Flag.V2DIR);

  /// Empty: the authority does not know the relay.
  static Optional<Opinion> of(Authority authority, RelayHour state) {
    Draw draw = state.relay().draw().of("opinion");
    boolean ordinary = state.relay().authority().isEmpty();
    boolean missed = ordinary && draw.of("missed").chance(0.02);
    if (missed && isAmong(authority, 1 + draw.of("missed-by").below(4), draw.of("misser"))) {
      return Optional.empty();
    }
    EnumSet<Flag> flags = EnumSet.copyOf(state.flags());
    if (ordinary && !missed && draw.of("disputed").chance(0.06)) {
      if (isAmong(authority, 1 + draw.of("disputed-by").below(3), draw.of("disputer"))) {
        Flag flag = draw.of("flag").from(DISPUTED);
        if (!flags.remove(flag)) {
          flags.add(flag);
        }
      }
    }
    if (!state.running()) {
      flags.removeAll(EnumSet.of(Flag.RUNNING, Flag.HSDIR));
    }
    return Optional.of(new Opinion(Collections.unmodifiableSet(flags), ipv6(authority, state)));
  }

  private static boolean ipv6(Authority authority, RelayHour state) {
    if (state.relay().ipv6().isEmpty() || WITHOUT_IPV6.contains(authority.nickname())) {
      return false;
    }
    Draw draw = state.relay().draw().of("ipv6-opinion");
    boolean reachable = state.relay().ipv6Reachable();
    boolean disputed = draw.of("disputed").chance(reachable ? 0.08 : 0.3);
    boolean differs = disputed && isAmong(authority, 1 + draw.below(3), draw.of("disputer"));
    return reachable != differs;
  }

  /// Whether the authority is one of `count` drawn ones.
  private static boolean isAmong(Authority authority, int count, Draw draw) {
    return VOTERS.stream()
        .sorted(Comparator.comparingLong(name -> draw.of(name).bits()))
        .limit(count)
        .anyMatch(authority.nickname()::equals);
  }
}
