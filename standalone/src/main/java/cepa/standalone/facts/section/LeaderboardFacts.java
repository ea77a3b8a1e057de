package cepa.standalone.facts.section;

import cepa.model.GroupTotals;
import cepa.model.RelayGroup;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.leaderboard.Category;
import cepa.model.leaderboard.Leaderboards;
import cepa.model.leaderboard.OperatorMetrics;
import cepa.model.leaderboard.OperatorMetrics.Addresses;
import cepa.model.leaderboard.OperatorMetrics.Count;
import cepa.model.leaderboard.OperatorMetrics.Part;
import cepa.model.leaderboard.OperatorMetrics.Reliability;
import cepa.model.statistics.Period;
import cepa.model.traffic.GroupTraffic;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsSource;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.Shown.RateUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Operators in order of what they give.
final class LeaderboardFacts implements FactsSource {

  @Override
  public String section() {
    return "leaderboards";
  }

  @Override
  public Collection<String> keys(FactsInput input) {
    return Arrays.stream(Category.values()).map(LeaderboardFacts::key).toList();
  }

  private static String key(Category category) {
    return category.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public @Nullable Object facts(FactsInput input, String key) {
    Leaderboards boards = input.find(Leaderboards.class);
    if (boards == null) {
      return null;
    }
    return Arrays.stream(Category.values())
        .filter(category -> key(category).equals(key))
        .findFirst()
        .map(category ->
            boards.board(category).stream()
                .map(place -> entry(input, boards, category, place))
                .toList())
        .orElse(null);
  }

  private static Map<String, @Nullable Object> entry(
      FactsInput input, Leaderboards boards, Category category, Leaderboards.Place place) {
    OperatorMetrics own = boards.operators().get(place.operator());
    RelayGroup group = input.model().groups("operator").get(own.group());
    GroupTotals totals = group.totals();
    BandwidthUnit mode = input.model().site().bandwidthUnit();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("rank", place.rank());
    facts.put("contact_hash", own.key());
    facts.put("aroi_domain", Texts.domain(group.name()));
    facts.put("total_relays", totals.relays());
    facts.put("guard_count", totals.guards());
    facts.put("middle_count", totals.middles());
    facts.put("exit_count", totals.exits());
    facts.put("measured_count", totals.measured());
    facts.put("unique_as_count", totals.networks());
    facts.put("guard_percentage", share(totals.guards(), totals.relays()));
    facts.put("exit_percentage", share(totals.exits(), totals.relays()));
    facts.put("total_consensus_weight_pct", Shown.percent(totals.weightFraction(), 2));
    facts.put("guard_consensus_weight_pct", Shown.percent(totals.guardWeightFraction(), 2));
    facts.put("exit_consensus_weight_pct", Shown.percent(totals.exitWeightFraction(), 2));
    facts.put("first_seen_date", Texts.date(totals.firstSeen(), "Unknown"));
    Double served =
        switch (category) {
          case BANDWIDTH_MASTERS -> own.bandwidthSixMonths();
          case BANDWIDTH_LEGENDS -> own.bandwidthFiveYears();
          default -> null;
        };
    rate(
        facts,
        "bandwidth",
        "total_bandwidth",
        served == null ? (double) totals.bandwidth() : served,
        mode);
    rate(facts, "guard_bandwidth", "guard_bandwidth", (double) totals.guardBandwidth(), mode);
    rate(facts, "exit_bandwidth", "exit_bandwidth", (double) totals.exitBandwidth(), mode);
    facts.put(
        "uptime_percentage",
        Shown.number(
            "", totals.relays() == 0 ? 0 : 100.0 * totals.running() / totals.relays(), 1, "%"));
    places(facts, own, totals, mode, category);
    addresses(facts, "ipv4", own.ipv4());
    addresses(facts, "ipv6", own.ipv6());
    validated(facts, own, mode, category);
    scores(facts, own, category);
    data(facts, input, own.group());
    return facts;
  }

  private static Shown share(int part, int whole) {
    return Shown.number("", whole == 0 ? 0 : 100.0 * part / whole, 0, "%");
  }

  private static void rate(
      Map<String, @Nullable Object> facts,
      String unitName,
      String name,
      double rate,
      BandwidthUnit mode) {
    RateUnit unit = RateUnit.of(rate, mode);
    facts.put(name, Shown.number(rate / unit.bytes(), 1));
    facts.put(unitName + "_unit", unit.text());
  }

  private static void places(
      Map<String, @Nullable Object> facts,
      OperatorMetrics own,
      GroupTotals totals,
      BandwidthUnit mode,
      Category category) {
    facts.put("countries", own.countries().stream().map(Count::key).sorted().limit(5).toList());
    facts.put(
        "country_count",
        category == Category.FRONTIER_BUILDERS
            ? own.rareCountries().size()
            : own.countries().size());
    facts.put("platforms", own.platforms().stream().map(Count::key).sorted().toList());
    facts.put("platform_count", own.platforms().size());
    part(facts, "non_linux", own.nonLinux(), mode);
    part(facts, "non_eu", own.nonEu(), mode);
    facts.put(
        "non_eu_count_with_percentage",
        new Shown(
            own.nonEu().relays() + " (" + share(own.nonEu().relays(), totals.relays()).text() + ")",
            List.of(
                (double) own.nonEu().relays(),
                totals.relays() == 0 ? 0.0 : 100.0 * own.nonEu().relays() / totals.relays())));
    facts.put("rare_country_count", own.rareCountries().size());
    facts.put("relays_in_rare_countries", own.rare().relays());
    rate(
        facts,
        "rare_country_bandwidth",
        "rare_country_bandwidth",
        (double) own.rare().bandwidth(),
        mode);
  }

  private static void part(
      Map<String, @Nullable Object> facts, String name, Part part, BandwidthUnit mode) {
    facts.put(name + "_count", part.relays());
    rate(facts, name + "_bandwidth", name + "_bandwidth", (double) part.bandwidth(), mode);
  }

  private static void addresses(
      Map<String, @Nullable Object> facts, String name, Addresses addresses) {
    facts.put("unique_" + name + "_count", addresses.addresses());
    facts.put(name + "_relay_count", addresses.relays());
    facts.put(name + "_guard_count", addresses.guards());
    facts.put(name + "_middle_count", addresses.middles());
    facts.put(name + "_exit_count", addresses.exits());
    facts.put(name + "_total_bandwidth", addresses.bandwidth());
    facts.put(name + "_total_consensus_weight_pct", Shown.percent(addresses.weightFraction(), 2));
  }

  private static void validated(
      Map<String, @Nullable Object> facts,
      OperatorMetrics own,
      BandwidthUnit mode,
      Category category) {
    OperatorMetrics.Validated validated = own.validated();
    if (validated == null) {
      return;
    }
    facts.put("validated_relay_count", validated.relays());
    facts.put("invalid_relay_count", validated.failing());
    facts.put("validated_guard_count", validated.guards());
    facts.put("validated_middle_count", validated.middles());
    facts.put("validated_exit_count", validated.exits());
    facts.put("validated_country_count", validated.countries());
    facts.put("validated_consensus_weight", validated.weightFraction());
    boolean shown = category == Category.VALIDATED_RELAYS;
    RateUnit unit = RateUnit.of(validated.bandwidth(), mode);
    facts.put(
        "validated_bandwidth", shown ? Shown.number(validated.bandwidth() / unit.bytes(), 1) : "");
    facts.put("validated_bandwidth_unit", shown ? unit.text() : "");
    facts.put("validated_consensus_weight_pct", Shown.percent(validated.weightFraction(), 2));
  }

  private static void scores(
      Map<String, @Nullable Object> facts, OperatorMetrics own, Category category) {
    facts.put("diversity_score", Shown.number(own.diversity().score(), 1));
    OperatorMetrics.Veteran veteran = own.veteran();
    facts.put("veteran_days", veteran == null ? 0 : veteran.days());
    facts.put("veteran_score", Shown.number(veteran == null ? 0 : veteran.score(), 0));
    facts.put("veteran_relay_scaling_factor", veteran == null ? 1.0 : (Object) veteran.factor());
    Reliability uptime =
        switch (category) {
          case RELIABILITY_MASTERS -> own.uptimeSixMonths();
          case LEGACY_TITANS -> own.uptimeFiveYears();
          default -> null;
        };
    double share = uptime == null ? 0 : 100 * uptime.share();
    facts.put("reliability_score", Shown.number(share, 1));
    facts.put("reliability_average", Shown.number("", share, 1, "%"));
    Double served =
        switch (category) {
          case BANDWIDTH_MASTERS -> own.bandwidthSixMonths();
          case BANDWIDTH_LEGENDS -> own.bandwidthFiveYears();
          default -> null;
        };
    // Bytes per second, whatever unit stands beside it.
    Shown average = Shown.number(served == null ? 0 : served, 1);
    facts.put("bandwidth_score", average);
    facts.put("bandwidth_average", average);
  }

  private static void data(Map<String, @Nullable Object> facts, FactsInput input, int group) {
    GroupTraffic traffic = input.find(GroupTraffic.class);
    if (traffic != null) {
      GroupTraffic.Totals totals = traffic.of("operator").get(group);
      Period best = totals.best();
      facts.put("total_data_transferred", TrafficFacts.volume(totals.data()));
      facts.put(
          "total_data_pct",
          best == null ? "" : TrafficTexts.share(traffic.share(totals, best), best));
    }
  }

  static @Nullable Object summary(FactsInput input) {
    Leaderboards boards = input.find(Leaderboards.class);
    if (boards == null) {
      return null;
    }
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("total_operators", boards.summary().operators());
    facts.put(
        "total_bandwidth_formatted",
        Shown.rate(boards.summary().bandwidth(), 1, input.model().site().bandwidthUnit()));
    facts.put("total_consensus_weight_pct", Shown.percent(boards.summary().weightFraction(), 1));
    List<Category> filled = new ArrayList<>(boards.boards().keySet());
    facts.put("live_categories_count", filled.size());
    facts.put("update_timestamp", Texts.rfc1123(input.model().asOf()));
    return facts;
  }
}
