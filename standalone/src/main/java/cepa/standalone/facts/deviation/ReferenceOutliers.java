package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.statistics.Period;
import cepa.standalone.facts.FactsInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Relays whose uptime is far from the others' by the reference's rules (analytics 4.1): of all
/// periods together, of each relay the one that is farthest.
final class ReferenceOutliers {

  private ReferenceOutliers() {}

  static Map<String, @Nullable Object> of(FactsInput input, List<Relay> members) {
    ReferenceUptimes uptimes = ReferenceUptimes.of(input);
    Map<String, Map<String, @Nullable Object>> low = new LinkedHashMap<>();
    Map<String, Map<String, @Nullable Object>> high = new LinkedHashMap<>();
    for (Period period : Period.ALL) {
      double[] values =
          members.stream()
              .mapToDouble(relay -> uptimes.percent(relay, period))
              .filter(u -> u > 0)
              .toArray();
      if (values.length < 3) {
        continue;
      }
      double mean = ReferenceReliability.mean(values);
      double deviation = ReferenceReliability.deviation(values);
      for (Relay relay : members) {
        double value = uptimes.percent(relay, period);
        if (value > 0 && deviation > 0) {
          if (value < mean - 2 * deviation) {
            keep(low, relay, period, value, (mean - value) / deviation);
          } else if (value > mean + 2 * deviation) {
            keep(high, relay, period, value, (value - mean) / deviation);
          }
        }
      }
    }
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("low_outliers", new ArrayList<>(low.values()));
    facts.put("high_outliers", new ArrayList<>(high.values()));
    return facts;
  }

  private static void keep(
      Map<String, Map<String, @Nullable Object>> found,
      Relay relay,
      Period period,
      double value,
      double deviation) {
    String fingerprint = relay.fingerprint().hex();
    Map<String, @Nullable Object> known = found.get(fingerprint);
    if (known != null && known.get("deviation") instanceof Double far && far >= deviation) {
      return;
    }
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("fingerprint", fingerprint);
    entry.put("nickname", relay.nickname());
    entry.put("period", period.key());
    entry.put("uptime", value);
    entry.put("deviation", deviation);
    found.put(fingerprint, entry);
  }
}
