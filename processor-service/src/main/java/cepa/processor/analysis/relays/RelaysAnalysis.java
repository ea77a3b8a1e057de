package cepa.processor.analysis.relays;

import cepa.model.Fingerprint;
import cepa.model.History;
import cepa.model.Relay;
import cepa.model.SiteSettings;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.source.onionoodetails.Details;
import cepa.processor.source.onionoodetails.RelayDetails;
import cepa.processor.source.onionoouptime.UptimeData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Filters, orders and joins relays (relay-model 4, 5.2 with D-3).
@Component
public final class RelaysAnalysis implements Analysis<Relays> {

  @Override
  public Class<Relays> makes() {
    return Relays.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Details.class, UptimeData.class, History.class, SiteSettings.class);
  }

  @Override
  public Relays analyse(Facts facts) {
    Details details = facts.get(Details.class);
    List<RelayDetails> kept =
        kept(details, facts.get(SiteSettings.class).filterDowntimeDays()).stream()
            .sorted(
                Comparator.comparingLong((RelayDetails r) -> r.bandwidth().observedOrZero())
                    .reversed()
                    .thenComparing(RelayDetails::fingerprint))
            .toList();
    var fractions = new WeightFractions(kept);
    var sets = new MemberSets();
    UptimeData uptime = facts.find(UptimeData.class);
    History history = facts.get(History.class);
    List<Relay> relays = new ArrayList<>(kept.size());
    for (RelayDetails relay : kept) {
      History.RelayMemory memory = history.relays().get(relay.fingerprint());
      relays.add(
          new Relay(
              relay.fingerprint(),
              relay.nickname(),
              relay.running(),
              relay.flags(),
              relay.addresses(),
              relay.place(),
              relay.network(),
              relay.times(),
              relay.bandwidth(),
              fractions.of(relay),
              relay.software(),
              relay.exitPolicy(),
              relay.contact(),
              sets.family(relay),
              relay.hibernating(),
              relay.overloadedAt(),
              uptime == null ? null : uptime.relays().get(relay.fingerprint()),
              memory == null ? List.of() : memory.changes()));
    }
    return new Relays(relays, sets.all());
  }

  /// Running relays, and others seen within `days` before the snapshot (boundary included).
  private static List<RelayDetails> kept(Details details, int days) {
    if (days <= 0) {
      return details.relays();
    }
    Instant earliest = details.published().minus(Duration.ofDays(days));
    return details.relays().stream()
        .filter(relay -> relay.running() || isSince(relay.times().lastSeen(), earliest))
        .toList();
  }

  private static boolean isSince(@Nullable Instant time, Instant earliest) {
    return time != null && !time.isBefore(earliest);
  }

  /// Shares of the consensus weight: as upstream gives them; an offline relay's is 0. Only if
  /// upstream gives none at all they are made from the raw weights of running relays.
  private static final class WeightFractions {
    private final boolean given;
    private final double sum;

    private WeightFractions(List<RelayDetails> relays) {
      given = relays.stream().anyMatch(r -> r.running() && r.weight().fraction() != null);
      sum = relays.stream().filter(RelayDetails::running).mapToDouble(WeightFractions::raw).sum();
    }

    private static double raw(RelayDetails relay) {
      Long weight = relay.weight().consensusWeight();
      return weight == null ? 0 : weight;
    }

    private Relay.Weight of(RelayDetails relay) {
      Relay.Weight weight = relay.weight();
      return new Relay.Weight(
          weight.consensusWeight(),
          fraction(relay),
          weight.guardProbability(),
          weight.middleProbability(),
          weight.exitProbability(),
          weight.measured());
    }

    private @Nullable Double fraction(RelayDetails relay) {
      if (!relay.running()) {
        return 0.0;
      }
      if (given) {
        return relay.weight().fraction();
      }
      return relay.weight().consensusWeight() == null || sum == 0 ? null : raw(relay) / sum;
    }
  }

  /// Gives equal member lists one number.
  private static final class MemberSets {
    private final Map<List<Fingerprint>, Integer> numbers = new LinkedHashMap<>();

    private Relay.Family family(RelayDetails relay) {
      return new Relay.Family(
          number(relay.effectiveFamily()),
          number(relay.allegedFamily()),
          number(relay.indirectFamily()));
    }

    private @Nullable Integer number(List<Fingerprint> members) {
      if (members.isEmpty()) {
        return null;
      }
      return numbers.computeIfAbsent(members, _ -> numbers.size());
    }

    private List<List<Fingerprint>> all() {
      return List.copyOf(numbers.keySet());
    }
  }
}
