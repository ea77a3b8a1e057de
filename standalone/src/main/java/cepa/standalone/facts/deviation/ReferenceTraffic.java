package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.statistics.Period;
import cepa.model.traffic.RelayTraffic;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Rounded;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.section.TrafficTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What relays carried by the reference's rules (relay-model 8.3, 8.4): of a group the longest
/// period for which any member has data, summed over the members that have data of that period.
final class ReferenceTraffic {

  private final FactsInput input;
  private final Map<Period, Double> network = new LinkedHashMap<>();

  private ReferenceTraffic(FactsInput input) {
    this.input = input;
    Period.ALL.forEach(period -> network.put(period, sum(input.relays(), period)));
  }

  static ReferenceTraffic of(FactsInput input) {
    return input.derive(ReferenceTraffic.class, ReferenceTraffic::new);
  }

  /// Whether a relay has data of a shorter period than others have.
  boolean hasYoungerRelays() {
    RelayTraffic traffic = input.find(RelayTraffic.class);
    if (traffic == null) {
      return false;
    }
    return IntStream.range(0, input.relays().size())
            .mapToObj(traffic::best)
            .filter(Objects::nonNull)
            .distinct()
            .count()
        > 1;
  }

  double sum(List<Relay> members, Period period) {
    RelayTraffic traffic = input.find(RelayTraffic.class);
    double sum = 0;
    if (traffic != null) {
      for (Relay relay : members) {
        Integer index = input.index(relay.fingerprint().hex());
        Long total = index == null ? null : traffic.total(index, period);
        sum += total == null ? 0 : total;
      }
    }
    return sum;
  }

  /// The figures golden files have of a group's data, by their names there.
  Map<String, @Nullable Object> facts(List<Relay> members) {
    Period best = null;
    double bytes = 0;
    for (Period period : Period.ALL) {
      double sum = sum(members, period);
      if (sum > 0) {
        best = period;
        bytes = sum;
      }
    }
    double whole = best == null ? 0 : network.getOrDefault(best, 0.0);
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("total_data", new Rounded(bytes, 2.0 * members.size()));
    facts.put("total_data_period", best == null ? null : best.key());
    facts.put("total_data_formatted", Shown.volume(bytes));
    facts.put(
        "total_data_pct",
        best == null || whole == 0 ? "" : TrafficTexts.share(bytes / whole, best));
    return facts;
  }
}
