package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.reliability.FlagUptimes;
import cepa.model.statistics.Period;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.RawUptimes;
import cepa.standalone.facts.RawUptimes.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Uptime by the reference's rules (analytics 2.2, 2.4, 2.5): percent, 0 both for too few data and
/// for at most one percent, values taken for shares of time whatever the graph's factor; statistics
/// are over all documents, also of relays that were left out.
final class ReferenceUptimes {

  private static final int LEAST_SPREAD = 3;
  private static final int LEAST_PERCENTILES = 10;
  private static final List<Integer> CUTS = List.of(5, 25, 50, 75, 90, 95, 99);
  private static final Set<String> USUAL =
      Set.of(
          "Exit", "Guard", "Authority", "BadExit", "HSDir", "Fast", "Stable", "Running", "Valid");

  private final FactsInput input;
  private final @Nullable RawUptimes raw;
  private final @Nullable Map<String, @Nullable Object> percentiles;

  private ReferenceUptimes(FactsInput input) {
    this.input = input;
    this.raw = input.find(RawUptimes.class);
    this.percentiles = sixMonths();
  }

  static ReferenceUptimes of(FactsInput input) {
    return input.derive(ReferenceUptimes.class, ReferenceUptimes::new);
  }

  double percent(Relay relay, Period period) {
    if (raw == null) {
      return cut(share(relay, period));
    }
    Document own = document(relay);
    return own == null ? 0 : own.uptime()[period.index()];
  }

  /// 0 also without any history of the flag.
  double percent(Relay relay, String flag, Period period) {
    Document own = document(relay);
    double[] shares = own == null ? null : own.flags().get(flag);
    return shares == null ? 0 : shares[period.index()];
  }

  private @Nullable Document document(Relay relay) {
    return raw == null ? null : raw.documents().get(relay.fingerprint());
  }

  private static double share(Relay relay, Period period) {
    Double share = relay.uptime() == null ? null : relay.uptime().in(period);
    return share == null ? 0 : share;
  }

  private static double cut(double share) {
    return 100 * share <= 1 ? 0 : 100 * share;
  }

  /// Whether a factor makes the relay's shares of time others than its values.
  boolean isScaled(Relay relay) {
    return raw != null
        && Period.ALL.stream()
            .anyMatch(p -> Math.abs(percent(relay, p) - cut(share(relay, p))) > 1e-6);
  }

  /// Whether that is so of its history with any flag, too.
  boolean hasScale(Relay relay) {
    FlagUptimes known = input.find(FlagUptimes.class);
    Integer index = input.index(relay.fingerprint().hex());
    Document own = document(relay);
    if (isScaled(relay) || known == null || index == null || own == null) {
      return isScaled(relay);
    }
    for (String flag : own.flags().keySet()) {
      for (Period period : Period.ALL) {
        Double share = known.share(index, flag, period);
        double here = cut(share == null ? 0 : share);
        // Kept in billionths.
        if (Math.abs(percent(relay, flag, period) - here) > 1e-6) {
          return true;
        }
      }
    }
    return false;
  }

  boolean hasHistory(Relay relay, String flag) {
    Document own = document(relay);
    return own != null && own.flags().containsKey(flag);
  }

  /// Whether that is so of any relay.
  boolean isScaled() {
    return input.relays().stream().anyMatch(this::isScaled);
  }

  /// Whether documents speak of relays that the model does not have.
  boolean hasOthers() {
    return raw != null
        && raw.documents().keySet().stream().anyMatch(relay -> input.index(relay.hex()) == null);
  }

  /// Mean and median over all documents.
  Spread all(Period period) {
    return spread(documents(), own -> own.uptime()[period.index()]);
  }

  /// Mean and median of the time with a flag over all documents.
  Spread flag(String flag, Period period) {
    return spread(
        documents(),
        own -> {
          double[] shares = own.flags().get(flag);
          return shares == null ? 0 : shares[period.index()];
        });
  }

  /// Of relays with neither Exit nor Guard.
  Spread middle(Period period) {
    return relays(relay -> !relay.has("Exit") && !relay.has("Guard"), period);
  }

  /// Of authorities, bad exits and relays without any usual flag.
  Spread other(Period period) {
    return relays(
        relay ->
            relay.has("Authority")
                || relay.has("BadExit")
                || relay.flags().stream().noneMatch(USUAL::contains),
        period);
  }

  private Spread relays(Predicate<Relay> wanted, Period period) {
    return spread(input.relays().stream().filter(wanted).toList(), relay -> percent(relay, period));
  }

  private Collection<Document> documents() {
    return raw == null ? List.of() : raw.documents().values();
  }

  private static <T> Spread spread(Collection<T> all, ToDoubleFunction<T> percent) {
    double[] values = all.stream().mapToDouble(percent).filter(p -> p > 0).sorted().toArray();
    return values.length < LEAST_SPREAD
        ? new Spread(0, 0)
        : new Spread(ReferenceReliability.mean(values), percentile(values, 50));
  }

  private static double percentile(double[] sorted, int percent) {
    double at = (sorted.length - 1) * percent / 100.0;
    int below = (int) at;
    return below + 1 < sorted.length
        ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below])
        : sorted[below];
  }

  /// What golden files hold as `uptime_percentiles`; null if too few documents count.
  @Nullable Map<String, @Nullable Object> percentiles() {
    return percentiles;
  }

  private @Nullable Map<String, @Nullable Object> sixMonths() {
    int at = Period.SIX_MONTHS.index();
    List<Double> values = new ArrayList<>();
    int noData = 0;
    int noValue = 0;
    int few = 0;
    int low = 0;
    for (Document own : documents()) {
      if (own.uptime()[at] > 0) {
        values.add(own.uptime()[at]);
      } else if (own.points() < 0) {
        noData++;
      } else if (own.points() == 0) {
        noValue++;
      } else if (own.points() < 30) {
        few++;
      } else {
        low++;
      }
    }
    if (values.size() < LEAST_PERCENTILES) {
      return null;
    }
    double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
    Map<String, @Nullable Object> cuts = new LinkedHashMap<>();
    CUTS.forEach(cut -> cuts.put(cut + "th", percentile(sorted, cut)));
    Map<String, @Nullable Object> excluded = new LinkedHashMap<>();
    excluded.put("no_uptime_data", noData);
    excluded.put("invalid_data", noValue);
    excluded.put("insufficient_data", few);
    excluded.put("low_uptime", low);
    Map<String, @Nullable Object> filtering = new LinkedHashMap<>();
    filtering.put("excluded", excluded);
    filtering.put("included", sorted.length);
    filtering.put("total_processed", documents().size());
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("percentiles", cuts);
    facts.put("median", cuts.get("50th"));
    facts.put("average", cuts.get("50th"));
    facts.put("arithmetic_mean", ReferenceReliability.mean(sorted));
    facts.put("total_relays", sorted.length);
    facts.put("time_period", "6_months");
    facts.put("filtering_stats", filtering);
    return facts;
  }

  /// Where a value lies among the percentiles.
  @Nullable String band(double percent) {
    if (percentiles == null || !(percentiles.get("percentiles") instanceof Map<?, ?> cuts)) {
      return null;
    }
    String band = "<5th";
    String[] names = {
      "5th-25th", "25th-50th", "50th-75th", "75th-90th", "90th-95th", "95th-99th", ">99th"
    };
    for (int i = 0; i < names.length; i++) {
      if (cuts.get(CUTS.get(i) + "th") instanceof Double cut && percent >= cut) {
        band = names[i];
      }
    }
    return band;
  }

  /// @param mean 0 if too few values count
  /// @param median likewise
  record Spread(double mean, double median) {}
}
