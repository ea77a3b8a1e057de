package cepa.standalone.facts.section;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.leaderboard.Category;
import cepa.model.leaderboard.Leaderboards;
import cepa.model.operator.CountryRelays;
import cepa.model.operator.Operator;
import cepa.model.operator.Operators;
import cepa.model.validation.NetworkValidation;
import cepa.model.validation.Validation;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.Shown.RateUnit;
import cepa.standalone.facts.section.TrafficFacts.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who an operator is, where their relays are and how they rank.
public final class OperatorFacts {

  private OperatorFacts() {}

  static void add(Map<String, @Nullable Object> facts, FactsInput input, Group group) {
    RateUnit unit =
        RateUnit.of(group.group().totals().bandwidth(), input.model().site().bandwidthUnit());
    facts.put("precomputed_bandwidth_unit", unit.text());
    Operators operators = input.find(Operators.class);
    if (operators != null) {
      operator(facts, input, group.group(), operators.operators().get(group.index()));
    }
    Validation validation = input.find(Validation.class);
    if (validation != null) {
      facts.put(
          "contact_validation_status",
          GroupExtras.validation(
              input, validation, group.group(), validation.operators().get(group.index())));
      NetworkValidation.Results results = validation.network().results();
      facts.put(
          "aroi_validation_timestamp",
          results == null || results.checkedAt() == null
              ? "Unknown"
              : Texts.minute(results.checkedAt()));
    }
    Leaderboards boards = input.find(Leaderboards.class);
    if (boards != null) {
      facts.put(
          "contact_rankings",
          rankings(boards.rankings().getOrDefault(group.group().key(), List.of())));
    }
  }

  private static void operator(
      Map<String, @Nullable Object> facts, FactsInput input, RelayGroup group, Operator operator) {
    facts.put("is_validated_aroi", Boolean.TRUE.equals(operator.validated()));
    facts.put("bandwidth_mean", operator.meanBandwidth());
    facts.put(
        "bandwidth_mean_display",
        Shown.rate(operator.meanBandwidth(), 2, input.model().site().bandwidthUnit()));
    List<Object> countries = new ArrayList<>();
    for (CountryRelays country : operator.countries()) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("country", country.country());
      entry.put("country_name", Texts.or(country.name(), country.country()));
      entry.put("relay_count", country.relays());
      countries.add(entry);
    }
    if (!countries.isEmpty()) {
      CountryRelays first = operator.countries().getFirst();
      Map<String, @Nullable Object> primary = new LinkedHashMap<>();
      primary.put("country", first.country());
      primary.put("country_name", Texts.or(first.name(), first.country()));
      primary.put("relay_count", first.relays());
      primary.put("total_relays", group.members().size());
      primary.put("all_countries", countries);
      facts.put("primary_country_data", primary);
    }
  }

  /// An operator's rankings as its page lists them.
  public static List<Object> rankings(List<Leaderboards.Ranking> own) {
    List<Object> rankings = new ArrayList<>();
    for (Leaderboards.Ranking ranking : own) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      String title = title(ranking.category());
      entry.put("category", ranking.category().name().toLowerCase(Locale.ROOT));
      entry.put("category_name", title);
      entry.put("title", title);
      entry.put("rank", ranking.rank());
      rankings.add(entry);
    }
    return rankings;
  }

  /// What a ranking is called on its operator's page (analytics 6.3).
  private static String title(Category category) {
    return switch (category) {
      case BANDWIDTH -> "Bandwidth Capacity Champion";
      case CONSENSUS_WEIGHT -> "Network Heavyweight";
      case EXIT_AUTHORITY -> "Exit Heavyweight Master";
      case GUARD_AUTHORITY -> "Guard Heavyweight Master";
      case EXIT_OPERATORS -> "Exit Champion";
      case GUARD_OPERATORS -> "Guard Gatekeepers";
      case RELIABILITY_MASTERS -> "Reliability Master";
      case LEGACY_TITANS -> "Legacy Titan";
      case MOST_DIVERSE -> "Diversity Master";
      case PLATFORM_DIVERSITY -> "Platform Hero";
      case NON_EU_LEADERS -> "Non-EU Leader";
      case FRONTIER_BUILDERS -> "Frontier Builder";
      case NETWORK_VETERANS -> "Network Veteran";
      case IPV4_LEADERS -> "IPv4 Address Leaders";
      case IPV6_LEADERS -> "IPv6 Address Leaders";
      case BANDWIDTH_MASTERS -> "Bandwidth Served Master";
      case BANDWIDTH_LEGENDS -> "Bandwidth Served Legend";
      case VALIDATED_RELAYS -> "AROI Validation Champion";
      case TOTAL_DATA_CHAMPIONS -> "Total Data Transferred Champion";
    };
  }

  /// Sums by role of the members as the breakdown of an operator's page says them.
  static Map<String, @Nullable Object> breakdowns(FactsInput input, RelayGroup group) {
    var totals = group.totals();
    RateUnit unit = RateUnit.of(totals.bandwidth(), input.model().site().bandwidthUnit());
    List<Object> rates = new ArrayList<>();
    rate(rates, unit, totals.guards(), totals.guardBandwidth(), "guard");
    rate(rates, unit, totals.middles(), totals.middleBandwidth(), "middle");
    rate(rates, unit, totals.exits(), totals.exitBandwidth(), "exit");
    List<Object> shares = new ArrayList<>();
    share(shares, totals.guards(), totals.guardWeightFraction(), "guard");
    share(shares, totals.middles(), totals.middleWeightFraction(), "middle");
    share(shares, totals.exits(), totals.exitWeightFraction(), "exit");
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("bandwidth_breakdown", rates.isEmpty() ? null : Shown.join(", ", rates));
    facts.put("consensus_weight_breakdown", shares.isEmpty() ? null : Shown.join(", ", shares));
    return facts;
  }

  private static void rate(
      List<Object> parts, RateUnit unit, int relays, long bandwidth, String role) {
    Shown shown = Shown.number(bandwidth / unit.bytes(), 2);
    if (relays > 0 && bandwidth > 0 && !shown.text().equals("0.00")) {
      parts.add(shown.then(" " + unit.text() + " " + role));
    }
  }

  private static void share(List<Object> parts, int relays, double fraction, String role) {
    Shown shown = Shown.number("", 100 * fraction, 2, "%");
    if (relays > 0 && fraction > 0) {
      parts.add(shown.then(" " + role));
    }
  }

  static long raw(Relay relay) {
    Long weight = relay.weight().consensusWeight();
    return weight == null ? 0 : weight;
  }
}
