package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.rarity.CountryRarity;
import cepa.model.rarity.Rarity;
import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.Deviation.Answer;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Place;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.section.RelayTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Deviations in risks, diversity and rarity.
final class IntelligenceDeviations {

  private IntelligenceDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Rule.of(
            "D-2",
            "Relays without a contact are no operator",
            "intelligence/(?:basic_relationships\\.total_operators"
                + "|concentration_patterns\\.contacts_\\w+)",
            IntelligenceDeviations::operators),
        Rule.of(
            "D-3",
            "Offline relays weigh nothing",
            "intelligence/(?:concentration_patterns|geographic_clustering|capacity_distribution"
                + "|infrastructure_dependency)\\.\\w+",
            IntelligenceDeviations::weights),
        Rule.of(
            "F-2",
            "Critical networks are listed by weight; the reference lists them as it finds them",
            "intelligence/infrastructure_dependency\\.critical_as_list",
            IntelligenceDeviations::critical),
        Rule.of(
            "D-6",
            "The reference divides the weight of guards by primary role by the bandwidth of all"
                + " relays with the flag",
            "(?:contact_intelligence/|contact/contact_display_data\\.operator_intelligence\\.)"
                + "performance_network_guard_ratio",
            IntelligenceDeviations::guardRatio),
        Rule.of(
            "A-19",
            "The reference sees a medium risk where no version is known, and rates no country okay and"
                + " no platform poor; here nothing is known then",
            "intelligence/infrastructure_dependency\\.synchronization_risk"
                + "|contact_intelligence/geographic_risk"
                + "|contact_intelligence/infrastructure_risk"
                + "|contact/contact_display_data\\.operator_intelligence"
                + "\\.(?:geographic|infrastructure)_diversity",
            IntelligenceDeviations::nothing),
        Rule.of(
            "D-2",
            "Networks are rarer where relays without a contact are no operator, and offline ones"
                + " weigh nothing",
            "as/as_rarity_(?:score|tier)",
            (place, input) -> rarity(place.key(), place, input)),
        Rule.of(
            "D-2",
            "Networks are rarer where relays without a contact are no operator",
            "relay/as_(?:rarity_score|rarity_tier|operator_count|cw_label)",
            (place, input) -> {
              Relay relay = RelayDeviations.relay(place, input);
              return relay == null || relay.network() == null
                  ? Answer.notHere()
                  : rarity(relay.network().number(), place, input);
            }),
        Rule.of(
            "D-2",
            "Networks are rarer where relays without a contact are no operator",
            "contact_intelligence/portfolio_diversity"
                + "|contact/contact_display_data\\.operator_intelligence\\.network_diversity",
            (place, input) -> {
              List<Relay> members = ReferenceContacts.of(input).relays(place.key());
              return members.isEmpty()
                  ? Answer.notHere()
                  : Answer.gives(ReferenceRarity.of(input).portfolio(members));
            }));
  }

  private static Answer nothing(Place place, FactsInput input) {
    if (place.section().equals("intelligence")) {
      return input.relays().stream().allMatch(relay -> relay.software().version() == null)
          ? Answer.gives("MEDIUM")
          : Answer.notHere();
    }
    List<Relay> members = ReferenceContacts.of(input).relays(place.key());
    boolean places = place.path().contains("geographic");
    boolean known =
        members.stream()
            .anyMatch(r -> places ? r.place() != null : r.software().platform() != null);
    return members.isEmpty() || known
        ? Answer.notHere()
        : Answer.gives(places ? "Okay, 0 countries" : "Poor, 0 platforms");
  }

  private static Answer rarity(String network, Place place, FactsInput input) {
    ReferenceRarity.Network own = ReferenceRarity.of(input).network(network);
    return Answer.gives(
        switch (place.path()) {
          case "as_rarity_score" -> own.score();
          case "as_rarity_tier" -> own.tier();
          case "as_operator_count" -> own.operators();
          default -> RelayTexts.label(own.fraction());
        });
  }

  private static double fraction(FactsInput input, List<Relay> members) {
    return ReferenceFigures.of(input).group(members).all().fraction();
  }

  private static Answer operators(Place place, FactsInput input) {
    var all = ReferenceContacts.of(input).operators().values();
    if (place.path().endsWith("total_operators")) {
      return Answer.gives(all.size());
    }
    List<Double> fractions =
        all.stream()
            .map(members -> fraction(input, members))
            .sorted(Comparator.reverseOrder())
            .toList();
    int most = place.path().contains("largest") ? 1 : 10;
    return place.path().contains("no_contact")
        ? Answer.notHere()
        : Answer.gives(percent(fractions.stream().limit(most).mapToDouble(f -> f).sum()));
  }

  private static Shown percent(double fraction) {
    return Shown.number(100 * fraction, 1);
  }

  private static Answer weights(Place place, FactsInput input) {
    if (input.relays().stream().noneMatch(ReferenceFigures::weighsOffline)) {
      return Answer.notHere();
    }
    String name = place.path().substring(place.path().indexOf('.') + 1);
    return switch (name) {
      case "countries_top_3_percentage" -> top(input, "country", 3);
      case "networks_top_3_percentage" -> top(input, "network", 3);
      case "networks_largest_percentage" -> top(input, "network", 1);
      case "countries_five_eyes_percentage", "five_eyes_percentage", "five_eyes_influence" ->
          eyes(input, CountryRarity::fiveEyes);
      case "fourteen_eyes_percentage", "fourteen_eyes_influence" ->
          eyes(input, CountryRarity::fourteenEyes);
      case "countries_significant_count" ->
          Answer.gives(fractions(input, "country").stream().filter(f -> f > 0.01).count());
      case "platforms_linux_percentage" -> platforms(input, "linux");
      case "platforms_windows_percentage" -> platforms(input, "windows");
      case "platforms_bsd_percentage" -> platforms(input, "bsd");
      case "regional_hhi" ->
          Answer.gives(
              Shown.number(fractions(input, "country").stream().mapToDouble(f -> f * f).sum(), 3));
      case "top_3_regions" -> regions(input);
      case "gini_coefficient" -> gini(input);
      case "diversity_status" -> evenness(input);
      case "exit_capacity_status" -> adequacy(input);
      case "critical_as_count" ->
          Answer.gives(fractions(input, "network").stream().filter(f -> f > 0.05).count());
      case "guard_capacity_percentage" -> capacity(input, "Guard");
      case "exit_capacity_percentage" -> capacity(input, "Exit");
      default -> Answer.notHere();
    };
  }

  private static List<Double> fractions(FactsInput input, String kind) {
    return input.groups(kind).values().stream()
        .map(group -> fraction(input, input.members(group)))
        .toList();
  }

  private static Answer top(FactsInput input, String kind, int most) {
    return Answer.gives(
        percent(
            fractions(input, kind).stream()
                .sorted(Comparator.reverseOrder())
                .limit(most)
                .mapToDouble(f -> f)
                .sum()));
  }

  private static Answer eyes(FactsInput input, Predicate<CountryRarity> wanted) {
    Rarity rarity = input.find(Rarity.class);
    if (rarity == null) {
      return Answer.notHere();
    }
    double sum = 0;
    List<RelayGroup> countries = input.model().groups("country");
    for (int i = 0; i < countries.size(); i++) {
      sum +=
          wanted.test(rarity.countries().get(i))
              ? fraction(input, input.members(countries.get(i)))
              : 0;
    }
    return Answer.gives(percent(sum));
  }

  private static Answer platforms(FactsInput input, String part) {
    return Answer.gives(
        percent(
            input.groups("platform").values().stream()
                .filter(group -> group.key().toLowerCase(Locale.ROOT).contains(part))
                .mapToDouble(group -> fraction(input, input.members(group)))
                .sum()));
  }

  private static Answer regions(FactsInput input) {
    List<Object> top = new ArrayList<>();
    input.groups("country").values().stream()
        .sorted(
            Comparator.comparingDouble(
                (RelayGroup group) -> -fraction(input, input.members(group))))
        .limit(3)
        .forEach(group ->
            top.add(
                Shown.number(
                    group.key() + ": ", 100 * fraction(input, input.members(group)), 1, "%")));
    return Answer.gives(Shown.join(", ", top));
  }

  private static Answer evenness(FactsInput input) {
    return gini(input) instanceof Answer.Gives(Shown shown)
        ? Answer.gives(
            shown.numbers().getFirst() < 0.4
                ? "EXCELLENT"
                : shown.numbers().getFirst() < 0.6 ? "GOOD" : "POOR")
        : Answer.notHere();
  }

  private static Answer adequacy(FactsInput input) {
    return capacity(input, "Exit") instanceof Answer.Gives(Shown shown)
        ? Answer.gives(
            shown.numbers().getFirst() < 10
                ? "CRITICAL"
                : shown.numbers().getFirst() < 20 ? "LOW" : "ADEQUATE")
        : Answer.notHere();
  }

  private static Answer gini(FactsInput input) {
    double[] weights =
        input.relays().stream()
            .mapToDouble(ReferenceFigures::raw)
            .filter(w -> w > 0)
            .sorted()
            .toArray();
    int n = weights.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (2.0 * (i + 1) - n - 1) * weights[i];
    }
    double all = Arrays.stream(weights).sum();
    return n < 2 ? Answer.notHere() : Answer.gives(Shown.number(sum / (n * all), 3));
  }

  private static Answer capacity(FactsInput input, String flag) {
    double own =
        input.relays().stream()
            .filter(relay -> relay.has(flag))
            .mapToLong(ReferenceFigures::raw)
            .sum();
    return Answer.gives(percent(own / ReferenceFigures.of(input).weight()));
  }

  private static Answer critical(Place place, FactsInput input) {
    List<String> critical =
        input.groups("network").values().stream()
            .filter(group -> fraction(input, input.members(group)) > 0.05)
            .map(RelayGroup::key)
            .sorted()
            .toList();
    return place.golden() instanceof List<?> golden
            && golden.stream().map(String::valueOf).sorted().toList().equals(critical)
        ? Answer.gives(golden)
        : Answer.notHere();
  }

  private static Answer guardRatio(Place place, FactsInput input) {
    double bandwidth =
        input.relays().stream()
            .filter(relay -> relay.has("Guard"))
            .mapToLong(relay -> relay.bandwidth().observedOrZero())
            .sum();
    double weight = ReferenceFigures.of(input).weight(Relay.Role.GUARD);
    return bandwidth == 0
        ? Answer.notHere()
        : Answer.gives(Shown.number(weight / bandwidth * 1e6, 0));
  }
}
