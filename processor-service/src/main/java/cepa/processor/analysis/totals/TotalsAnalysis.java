package cepa.processor.analysis.totals;

import cepa.model.NetworkTotals;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.GroupSums;
import cepa.processor.analysis.groups.Groups;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.source.onionoodetails.Details;
import cepa.processor.source.onionoouptime.UptimeData;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Figures of the whole network (relay-model 13; A-17: over the relays of the model only).
@Component
public final class TotalsAnalysis implements Analysis<NetworkTotals> {

  @Override
  public Class<NetworkTotals> makes() {
    return NetworkTotals.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Relays.class, Groups.class, Details.class, UptimeData.class);
  }

  @Override
  public NetworkTotals analyse(Facts facts) {
    Relays all = facts.get(Relays.class);
    List<Relay> relays = all.relays();
    Map<String, Integer> flags = new TreeMap<>();
    relays.forEach(relay -> relay.flags().forEach(flag -> flags.merge(flag, 1, Integer::sum)));
    return new NetworkTotals(
        new GroupSums(all).of(relays),
        flags,
        count(relays, r -> r.addresses().or().stream().anyMatch(a -> a.startsWith("["))),
        count(relays, r -> Boolean.TRUE.equals(r.software().recommended())),
        count(relays, r -> r.software().recommended() == null),
        facts.find(UptimeData.class) == null ? null : meanUptime(relays),
        networksForHalf(facts.get(Groups.class).of("network")),
        facts.get(Details.class).rejected());
  }

  private static int count(List<Relay> relays, Function<Relay, Boolean> condition) {
    return (int) relays.stream().filter(condition::apply).count();
  }

  private static Relay.Uptime meanUptime(List<Relay> relays) {
    return new Relay.Uptime(
        mean(relays, Relay.Uptime::oneMonth),
        mean(relays, Relay.Uptime::sixMonths),
        mean(relays, Relay.Uptime::oneYear),
        mean(relays, Relay.Uptime::fiveYears));
  }

  private static @Nullable Double mean(
      List<Relay> relays, Function<Relay.Uptime, @Nullable Double> period) {
    var average =
        relays.stream()
            .map(Relay::uptime)
            .filter(Objects::nonNull)
            .map(period)
            .filter(Objects::nonNull)
            .mapToDouble(share -> share)
            .average();
    return average.isPresent() ? average.getAsDouble() : null;
  }

  private static int networksForHalf(List<RelayGroup> networks) {
    List<Double> shares =
        networks.stream()
            .map(network -> network.totals().weightFraction())
            .sorted(Comparator.reverseOrder())
            .toList();
    double held = 0;
    for (int i = 0; i < shares.size(); i++) {
      held += shares.get(i);
      if (held >= 0.5) {
        return i + 1;
      }
    }
    return shares.size();
  }
}
