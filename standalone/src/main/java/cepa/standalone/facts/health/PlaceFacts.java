package cepa.standalone.facts.health;

import cepa.model.GroupTotals;
import cepa.model.RelayGroup;
import cepa.model.health.AddressFamilies;
import cepa.model.health.NetworkHealth;
import cepa.model.health.RelayPart;
import cepa.model.health.Top;
import cepa.model.intelligence.Intelligence;
import cepa.model.intelligence.NetworkIntelligence;
import cepa.model.intelligence.NetworkIntelligence.Share;
import cepa.model.rarity.CountryRarity;
import cepa.model.rarity.Rarity;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.Shown.RateUnit;
import cepa.standalone.facts.section.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where relays are and over what they are reached (analytics 11: groups 7, 8, 12).
final class PlaceFacts {

  private static final int TOP = 3;

  private PlaceFacts() {}

  static void add(HealthSheet sheet, FactsInput input, NetworkHealth health) {
    int all = input.relays().size();
    countries(sheet, input, health, all);
    Intelligence intelligence = input.find(Intelligence.class);
    if (intelligence != null) {
      concentration(sheet, input, intelligence.network());
    }
    sheet.percentage("top_3_as_concentration", 100 * health.providers().topThree());
    sheet.percentage("top_5_as_concentration", 100 * health.providers().topFive());
    sheet.percentage("top_10_as_concentration", 100 * health.providers().topTen());
    addresses(sheet, input, health.addresses());
  }

  private static void countries(
      HealthSheet sheet, FactsInput input, NetworkHealth health, int all) {
    part(sheet, "eu", health.geography().eu(), all);
    part(sheet, "non_eu", health.geography().elsewhere(), all);
    RelayPart rare = health.geography().rare();
    sheet.part("rare_countries_relays", rare.relays(), all);
    sheet.percentage("rare_countries_consensus_weight_percentage", 100 * rare.weightFraction());
    Rarity rarity = input.find(Rarity.class);
    if (rarity != null) {
      sheet.put("eu_consensus_weight", weight(input, rarity, CountryRarity::europeanUnion));
      sheet.put("non_eu_consensus_weight", weight(input, rarity, c -> !c.europeanUnion()));
      sheet.put("rare_countries_consensus_weight", weight(input, rarity, CountryRarity::rare));
    }
  }

  private static void part(HealthSheet sheet, String name, RelayPart part, int all) {
    sheet.count(name + "_relays_count", part.relays());
    sheet.percentage(name + "_relays_percentage", part.relays(), all);
    sheet.percentage(name + "_consensus_weight_percentage", 100 * part.weightFraction());
  }

  private static long weight(FactsInput input, Rarity rarity, Predicate<CountryRarity> wanted) {
    List<RelayGroup> countries = input.model().groups("country");
    long weight = 0;
    for (int i = 0; i < countries.size(); i++) {
      weight += wanted.test(rarity.countries().get(i)) ? countries.get(i).totals().weight() : 0;
    }
    return weight;
  }

  private static void concentration(
      HealthSheet sheet, FactsInput input, NetworkIntelligence network) {
    NetworkIntelligence.Concentration shares = network.concentration();
    List<Object> countries = new ArrayList<>();
    List<Object> texts = new ArrayList<>();
    double sum = 0;
    for (Share share : shares.topCountries()) {
      sum += share.fraction();
      texts.add(Shown.number(share.key() + ": ", 100 * share.fraction(), 1, "%"));
      if (share.fraction() > 0) {
        countries.add(country(countries.size() + 1, share.key(), share.fraction()));
      }
    }
    sheet.put("top_3_countries", countries);
    sheet.put("regional_top_3_breakdown", Shown.join(", ", texts));
    sheet.put("geographic_diversity_top3", Shown.number(100 * sum, 1));
    sheet.put("geographic_diversity_significant_count", shares.countries());
    sheet.put("geographic_diversity_five_eyes", Shown.number(100 * shares.fiveEyes(), 1));
    sheet.put("jurisdiction_five_eyes", Shown.number(100 * shares.fiveEyes(), 1));
    sheet.put("jurisdiction_fourteen_eyes", Shown.number(100 * shares.fourteenEyes(), 1));
    Double hhi = network.geography().countryHhi();
    sheet.put("regional_hhi", hhi == null ? "0.000" : Shown.number(hhi, 3));
    sheet.put(
        "regional_concentration_level", Texts.level(network.geography().countryConcentration()));
    List<Object> networks = new ArrayList<>();
    for (Share share : shares.topNetworks()) {
      RelayGroup group = input.groups("network").get(share.key());
      if (share.fraction() > 0 && networks.size() < TOP) {
        String name = group == null ? null : group.name();
        networks.add(network(networks.size() + 1, share.key(), name, share.fraction()));
      }
    }
    sheet.put("top_3_as", networks);
  }

  public static Map<String, @Nullable Object> country(int rank, String key, double fraction) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("rank", rank);
    facts.put("country_code", key);
    facts.put("consensus_weight_percentage", 100 * fraction);
    facts.put("consensus_weight_percentage_formatted", HealthSheet.shown(100 * fraction));
    return facts;
  }

  public static Map<String, @Nullable Object> network(
      int rank, String key, @Nullable String name, double fraction) {
    String shown = Texts.or(name, key);
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("rank", rank);
    facts.put("as_number", key);
    facts.put("as_name", shown);
    facts.put("as_name_truncated", Texts.cut(shown, 8));
    facts.put("consensus_weight_percentage", 100 * fraction);
    facts.put("consensus_weight_percentage_formatted", HealthSheet.shown(100 * fraction));
    return facts;
  }

  private static void addresses(HealthSheet sheet, FactsInput input, AddressFamilies addresses) {
    reached(sheet, input, "ipv4_only", addresses.ipv4Only());
    reached(sheet, input, "both_ipv4_ipv6", addresses.both());
    AddressFamilies.Operators operators = addresses.operators();
    int validated = operators == null ? 0 : operators.all();
    sheet.part("ipv4_only_aroi_operators", operators == null ? 0 : operators.ipv4Only(), validated);
    sheet.part(
        "both_ipv4_ipv6_aroi_operators", operators == null ? 0 : operators.both(), validated);
  }

  private static void reached(
      HealthSheet sheet, FactsInput input, String name, AddressFamilies.Reached reached) {
    GroupTotals totals = input.model().totals().all();
    RateUnit unit = RateUnit.of(totals.bandwidth(), input.model().site().bandwidthUnit());
    RelayPart relays = reached.relays();
    sheet.part(name + "_relays", relays.relays(), totals.relays());
    sheet.put(name + "_bandwidth", relays.bandwidth());
    sheet.rate(name + "_bandwidth", relays.bandwidth(), unit);
    sheet.percentage(name + "_bandwidth_percentage", relays.bandwidth(), totals.bandwidth());
    Top country = reached.country();
    top(sheet, name + "_country", country, totals.relays());
    sheet.put("top_" + name + "_country", country == null ? "N/A" : country.key());
    Top network = reached.network();
    top(sheet, name + "_as", network, totals.relays());
    sheet.put("top_" + name + "_as_number", network == null ? null : network.key());
    sheet.put("top_" + name + "_as_name", name(input, network));
  }

  private static void top(HealthSheet sheet, String name, @Nullable Top top, int all) {
    int relays = top == null ? 0 : top.relays();
    sheet.put("top_" + name + "_count", relays);
    sheet.put("top_" + name + "_percentage", HealthSheet.percent(relays, all));
  }

  private static String name(FactsInput input, @Nullable Top network) {
    RelayGroup group = network == null ? null : input.groups("network").get(network.key());
    return group == null ? "N/A" : Texts.or(group.name(), "Unknown");
  }
}
