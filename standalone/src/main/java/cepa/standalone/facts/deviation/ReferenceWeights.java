package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.rarity.CountryRarity;
import cepa.model.rarity.Rarity;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Leaves;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.health.HealthSheet;
import cepa.standalone.facts.section.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// What the network's consensus weight is by the reference's rules, as `network_health` has it
/// (analytics 9.5, 11.4, 11.7, 11.8): offline relays weigh, and a country with few relays is rare.
final class ReferenceWeights {

  private static final int RARE = 6;

  /// Taken for rare if no country is by its score (analytics 7.1).
  private static final Set<String> FRONTIER =
      Set.of("KZ", "LK", "MD", "MK", "MN", "MT", "TN", "UY");

  private final FactsInput input;
  private final ReferenceFigures figures;
  private final HealthSheet sheet = new HealthSheet();
  private final Map<String, CountryRarity> countries = new HashMap<>();
  private final Map<String, @Nullable Object> leaves;

  private ReferenceWeights(FactsInput input) {
    this.input = input;
    this.figures = ReferenceFigures.of(input);
    Rarity rarity = input.find(Rarity.class);
    List<RelayGroup> groups = input.model().groups("country");
    for (int i = 0; rarity != null && i < groups.size(); i++) {
      countries.put(groups.get(i).key(), rarity.countries().get(i));
    }
    whole();
    countries();
    networks();
    leaves = Leaves.of(sheet.facts());
  }

  static ReferenceWeights of(FactsInput input) {
    return input.derive(ReferenceWeights.class, ReferenceWeights::new);
  }

  /// By path within `network_health`.
  Map<String, @Nullable Object> leaves() {
    return leaves;
  }

  /// Whether a country is rare by one rule and not by the other.
  boolean hasOtherRarity() {
    boolean anyRare = countries.values().stream().anyMatch(c -> c.score() >= RARE);
    return countries.entrySet().stream()
        .anyMatch(country ->
            country.getValue().rare()
                != (anyRare
                    ? country.getValue().score() >= RARE
                    : FRONTIER.contains(country.getKey())));
  }

  private void whole() {
    long bandwidth = input.model().totals().all().bandwidth();
    sheet.put(
        "consensus_weight_bandwidth_ratio", HealthSheet.percent(figures.weight(), bandwidth) / 100);
    sheet.put(
        "cw_bw_ratio_overall_mean",
        Shown.number(HealthSheet.percent(figures.weight(), bandwidth) * 1e4, 0));
    sheet.put("cw_bw_ratio_exit_mean", ratio(Relay.Role.EXIT, "Exit"));
    sheet.put("cw_bw_ratio_guard_mean", ratio(Relay.Role.GUARD, "Guard"));
    sheet.percentage(
        "hf_ready_cw_percentage", weight(r -> isReady(r.software().version())), figures.weight());
  }

  /// Weight by primary role to bandwidth by flag (D-6).
  private Object ratio(Relay.Role role, String flag) {
    double bandwidth =
        input.relays().stream()
            .filter(relay -> relay.has(flag))
            .mapToLong(relay -> relay.bandwidth().observedOrZero())
            .sum();
    return bandwidth == 0 ? "0" : Shown.number(figures.weight(role) / bandwidth * 1e6, 0);
  }

  private long weight(Predicate<Relay> wanted) {
    return input.relays().stream().filter(wanted).mapToLong(ReferenceFigures::raw).sum();
  }

  /// 0.4.9.1 or newer.
  static boolean isReady(@Nullable String version) {
    List<Integer> parts = new ArrayList<>();
    for (String part : (version == null ? "" : version).split("-", 2)[0].split("\\.", -1)) {
      if (!part.matches("\\d{1,9}")) {
        return false;
      }
      parts.add(Integer.valueOf(part));
    }
    List<Integer> least = List.of(0, 4, 9, 1);
    return Arrays.compare(
            Arrays.copyOf(parts.stream().mapToInt(p -> p).toArray(), Math.max(4, parts.size())),
            least.stream().mapToInt(p -> p).toArray())
        >= 0;
  }

  private void countries() {
    boolean anyRare = countries.values().stream().anyMatch(c -> c.score() >= RARE);
    sum("eu", "eu_relays_count", c -> is(c, CountryRarity::europeanUnion));
    sum("non_eu", "non_eu_relays_count", c -> !is(c, CountryRarity::europeanUnion));
    sum(
        "rare_countries",
        "rare_countries_relays",
        c -> anyRare ? is(c, rarity -> rarity.score() >= RARE) : FRONTIER.contains(c));
    List<Share> shares = shares("country");
    List<Object> top = new ArrayList<>();
    List<Object> texts = new ArrayList<>();
    for (Share share : shares.stream().limit(3).toList()) {
      texts.add(Shown.number(share.group.key() + ": ", 100 * share.fraction, 1, "%"));
      if (share.fraction > 0) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("rank", top.size() + 1);
        entry.put("country_code", share.group.key());
        percentage(entry, share.fraction);
        top.add(entry);
      }
    }
    sheet.put("top_3_countries", top);
    sheet.put("regional_top_3_breakdown", Shown.join(", ", texts));
    sheet.put("geographic_diversity_top3", percent(sum(shares, 3)));
    sheet.put(
        "geographic_diversity_significant_count",
        shares.stream().filter(share -> share.fraction > 0.01).count());
    double five = sum(shares, CountryRarity::fiveEyes);
    sheet.put("geographic_diversity_five_eyes", percent(five));
    sheet.put("jurisdiction_five_eyes", percent(five));
    sheet.put("jurisdiction_fourteen_eyes", percent(sum(shares, CountryRarity::fourteenEyes)));
    double hhi = shares.stream().mapToDouble(share -> share.fraction * share.fraction).sum();
    sheet.put("regional_hhi", Shown.number(hhi, 3));
    sheet.put(
        "regional_concentration_level", hhi < 0.15 ? "LOW" : hhi < 0.25 ? "MODERATE" : "HIGH");
  }

  private boolean is(String country, Predicate<CountryRarity> wanted) {
    CountryRarity rarity = countries.get(country);
    return rarity != null && wanted.test(rarity);
  }

  private void sum(String name, String relaysName, Predicate<String> wanted) {
    List<Relay> relays =
        input.relays().stream()
            .filter(relay -> relay.place() != null && wanted.test(relay.place().country()))
            .toList();
    long weight = relays.stream().mapToLong(ReferenceFigures::raw).sum();
    sheet.put(name + "_consensus_weight", weight);
    sheet.percentage(name + "_consensus_weight_percentage", weight, figures.weight());
    sheet.count(relaysName, relays.size());
    sheet.percentage(name + "_relays_percentage", relays.size(), input.relays().size());
    List<Double> ratios = new ArrayList<>();
    relays.forEach(relay -> addRatio(ratios, relay));
    ratios(name, ratios);
  }

  private static void addRatio(List<Double> ratios, Relay relay) {
    long bandwidth = relay.bandwidth().observedOrZero();
    if (ReferenceFigures.raw(relay) > 0 && bandwidth > 0) {
      ratios.add((double) ReferenceFigures.raw(relay) / bandwidth * 1e6);
    }
  }

  /// Cut to whole numbers.
  private void ratios(String name, List<Double> ratios) {
    double[] sorted = ratios.stream().mapToDouble(r -> r).sorted().toArray();
    int n = sorted.length;
    double mean = DoubleStream.of(sorted).average().orElse(0);
    double median = n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    sheet.put(name + "_cw_bw_mean", (long) mean);
    sheet.put(name + "_cw_bw_median", (long) median);
  }

  private void networks() {
    List<Share> shares = shares("network").stream().filter(s -> s.fraction > 0).toList();
    List<Object> top = new ArrayList<>();
    for (Share share : shares.stream().limit(3).toList()) {
      String name = share.name();
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("rank", top.size() + 1);
      entry.put("as_number", share.group.key());
      entry.put("as_name", name);
      entry.put(
          "as_name_truncated",
          name == null || name.isEmpty() ? "AS" + share.group.key() : Texts.cut(name, 8));
      percentage(entry, share.fraction);
      top.add(entry);
    }
    sheet.put("top_3_as", top);
    for (int most : List.of(3, 5, 10)) {
      sheet.percentage("top_" + most + "_as_concentration", 100 * sum(shares, most));
      List<Double> ratios = new ArrayList<>();
      shares.stream()
          .limit(most)
          .flatMap(share -> share.members.stream())
          .forEach(relay -> addRatio(ratios, relay));
      ratios("top_" + most + "_as", ratios);
    }
  }

  private static void percentage(Map<String, @Nullable Object> entry, double fraction) {
    entry.put("consensus_weight_percentage", 100 * fraction);
    entry.put("consensus_weight_percentage_formatted", Shown.number("", 100 * fraction, 1, "%"));
  }

  private static Shown percent(double fraction) {
    return Shown.number(100 * fraction, 1);
  }

  private static double sum(List<Share> shares, int most) {
    return shares.stream().limit(most).mapToDouble(share -> share.fraction).sum();
  }

  private double sum(List<Share> shares, Predicate<CountryRarity> wanted) {
    return shares.stream()
        .filter(share -> is(share.group.key(), wanted))
        .mapToDouble(share -> share.fraction)
        .sum();
  }

  /// The groups of a kind, largest first; equals in base order.
  private List<Share> shares(String kind) {
    return input.model().groups(kind).stream()
        .sorted(Comparator.comparingInt(group -> group.members().getFirst()))
        .map(group -> {
          List<Relay> members = input.members(group);
          return new Share(group, members, figures.group(members).all().fraction());
        })
        .sorted(Comparator.comparingDouble((Share share) -> share.fraction).reversed())
        .toList();
  }

  private record Share(RelayGroup group, List<Relay> members, double fraction) {
    /// The last member speaks for its network (D-4).
    private @Nullable String name() {
      Relay.Network network = members.getLast().network();
      return network == null ? null : network.name();
    }
  }
}
