package cepa.processor.analysis.traffic;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Period;
import cepa.model.traffic.GroupTraffic;
import cepa.model.traffic.RelayTraffic;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.groups.Groups;
import cepa.processor.analysis.relays.Relays;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Adds up what relays carried (relay-model 8.4, 11.7, with A-13).
@Component
public final class GroupTrafficAnalysis implements Analysis<GroupTraffic> {

  @Override
  public Class<GroupTraffic> makes() {
    return GroupTraffic.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Relays.class, Groups.class, RelayTraffic.class, AlignedTraffic.class);
  }

  @Override
  public GroupTraffic analyse(Facts facts) {
    List<Relay> relays = facts.get(Relays.class).relays();
    var sums = new Sums(facts.get(RelayTraffic.class), relays.size());
    Map<Relay.Role, GroupTraffic.Totals> roles = new EnumMap<>(Relay.Role.class);
    for (Relay.Role role : Relay.Role.values()) {
      roles.put(role, sums.of(members(relays, relay -> relay.role() == role)));
    }
    Map<String, List<GroupTraffic.Totals>> groups = new TreeMap<>();
    facts
        .get(Groups.class)
        .byKind()
        .forEach((kind, all) ->
            groups.put(kind, all.stream().map(RelayGroup::members).map(sums::of).toList()));
    return new GroupTraffic(
        sums.of(members(relays, _ -> true)),
        roles,
        groups,
        facts.get(AlignedTraffic.class).network());
  }

  private static List<Integer> members(List<Relay> relays, Predicate<Relay> which) {
    return IntStream.range(0, relays.size())
        .filter(i -> which.test(relays.get(i)))
        .boxed()
        .toList();
  }

  /// Sums over relays, whose own figures are worked out once.
  private static final class Sums {
    private static final long UNKNOWN = RelayTraffic.UNKNOWN;

    private final PerPeriod<long[]> within;
    private final @Nullable Period[] best;

    private Sums(RelayTraffic traffic, int relays) {
      within = PerPeriod.of(period -> column(traffic, relays, period));
      best = new @Nullable Period[relays];
      Arrays.setAll(best, traffic::best);
    }

    private static long[] column(RelayTraffic traffic, int relays, Period period) {
      long[] column = new long[relays];
      for (int i = 0; i < relays; i++) {
        Long bytes = traffic.within(i, period);
        column[i] = bytes == null ? UNKNOWN : bytes;
      }
      return column;
    }

    private GroupTraffic.Totals of(List<Integer> members) {
      Period longest = null;
      for (int member : members) {
        Period own = best[member];
        if (own != null && (longest == null || own.compareTo(longest) > 0)) {
          longest = own;
        }
      }
      return new GroupTraffic.Totals(
          PerPeriod.of(period -> sum(members, period)), longest, known(members));
    }

    private @Nullable Long sum(List<Integer> members, Period period) {
      long[] column = within.get(period);
      boolean known = false;
      long sum = 0;
      for (int member : members) {
        if (column != null && column[member] != UNKNOWN) {
          known = true;
          // Only absurd figures come near the end of the range; they must not turn negative.
          sum += Math.min(column[member], Long.MAX_VALUE - sum);
        }
      }
      return known ? sum : null;
    }

    private int known(List<Integer> members) {
      long[] column = within.fiveYears();
      return column == null
          ? 0
          : (int) members.stream().filter(member -> column[member] != UNKNOWN).count();
    }
  }
}
