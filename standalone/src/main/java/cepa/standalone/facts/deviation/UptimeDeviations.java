package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.leaderboard.Category;
import cepa.model.statistics.Period;
import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.Deviation.Answer;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Leaves;
import cepa.standalone.facts.Place;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.deviation.ReferenceUptimes.Spread;
import cepa.standalone.facts.health.HealthSheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Deviations in how much relays ran: by graphs' factors and by relays that were left out
///
final class UptimeDeviations {

  private static final String SCALED =
      "The reference takes a graph's values for shares of time, though they are parts of the"
          + " graph's largest one; here they are multiplied by its factor";
  private static final String OTHERS =
      "The reference's statistics of the network count relays that it has left out; here relays of"
          + " the model only";

  private static final List<String> PRIORITY = List.of("Exit", "Guard", "Fast", "Running");

  private static final Pattern FIGURE =
      Pattern.compile(
          "(exit|guard|middle|other|authority|v2dir|hsdir)_uptime_"
              + "(?:(1_month|6_months|1_year|5_years)_(mean|median)|series)(_formatted)?");

  private static final Map<String, String> FLAGS =
      Map.of(
          "exit", "Exit",
          "guard", "Guard",
          "authority", "Authority",
          "v2dir", "V2Dir",
          "hsdir", "HSDir");

  private UptimeDeviations() {}

  static List<Deviation> all() {
    List<Deviation> all = new ArrayList<>();
    network(all, "A-17", OTHERS, ReferenceUptimes::hasOthers);
    network(all, "A-1", SCALED, ReferenceUptimes::isScaled);
    all.add(
        Rule.of(
            "A-1",
            SCALED,
            "(?:all_relays|relay)/uptime_api_display|relay/uptime_percentages\\.\\w+",
            (place, input) -> {
              Relay relay = RelayDeviations.relay(place, input);
              return relay != null && ReferenceUptimes.of(input).isScaled(relay)
                  ? RelayDeviations.uptime(place, input)
                  : Answer.notHere();
            }));
    all.add(Rule.of("A-1", SCALED, "relay/flag_uptime_display", UptimeDeviations::ofFlag));
    all.add(
        new GroupDeviation(
            "A-1",
            SCALED,
            Pattern.compile(
                "contact/(?:operator_reliability\\.(?:overall_uptime|outliers)\\..*"
                    + "|contact_display_data\\.(?:uptime_formatted|outliers|flag_analysis)\\..*)"),
            (members, input) -> members.stream().anyMatch(ReferenceUptimes.of(input)::isScaled)));
    all.add(
        Rule.of(
            "A-1",
            SCALED,
            "leaderboards/\\[[0-9a-f]{32}\\]\\.reliability_(?:score|average)",
            UptimeDeviations::score));
    return all;
  }

  private static void network(
      List<Deviation> all, String id, String summary, Predicate<ReferenceUptimes> condition) {
    all.add(
        Rule.of(
            id,
            summary,
            "uptime_percentiles/.*|network_health/(?:overall_uptime.*|uptime_percentiles.*|\\w+_uptime_.*)",
            (place, input) -> {
              ReferenceUptimes uptimes = ReferenceUptimes.of(input);
              return condition.test(uptimes) ? network(place, uptimes) : Answer.notHere();
            }));
    all.add(
        new GroupDeviation(
            id,
            summary,
            Pattern.compile(
                "contact/(?:operator_reliability\\.(?:network_uptime_percentiles\\..*"
                    + "|overall_uptime\\.6_months\\.(?:network_position|percentile_range))"
                    + "|contact_display_data\\.network_percentiles_formatted\\..*)"),
            (_, input) -> condition.test(ReferenceUptimes.of(input))));
  }

  private static Answer network(Place place, ReferenceUptimes uptimes) {
    Map<String, @Nullable Object> percentiles = uptimes.percentiles();
    Matcher figure = FIGURE.matcher(place.path());
    if (place.section().equals("uptime_percentiles")
        || place.path().startsWith("uptime_percentiles")) {
      return percentiles(place, percentiles);
    }
    if (figure.matches()) {
      return figure(uptimes, figure);
    }
    double month = uptimes.all(Period.ONE_MONTH).mean();
    double overall =
        month > 0
            ? month
            : percentiles != null && percentiles.get("median") instanceof Double median
                ? median
                : 0;
    var sheet = new HealthSheet();
    sheet.percentage("overall_uptime", overall);
    return sheet.facts().containsKey(place.path())
        ? Answer.gives(sheet.facts().get(place.path()))
        : Answer.notHere();
  }

  private static Answer percentiles(Place place, @Nullable Map<String, @Nullable Object> found) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    if (place.section().equals("uptime_percentiles")) {
      tree.putAll(found == null ? Map.of() : found);
    } else {
      tree.put("uptime_percentiles", found == null ? null : found.get("percentiles"));
    }
    Map<String, @Nullable Object> leaves = Leaves.of(tree);
    return leaves.containsKey(place.path())
        ? Answer.gives(leaves.get(place.path()))
        : Answer.notHere();
  }

  private static Answer figure(ReferenceUptimes uptimes, Matcher figure) {
    String name = figure.group(1);
    Period only = figure.group(2) == null ? null : Period.of(figure.group(2));
    if (only != null) {
      Spread spread = spread(uptimes, name, only);
      double value = figure.group(3).equals("mean") ? spread.mean() : spread.median();
      return Answer.gives(figure.group(4) == null ? value : Shown.number("", value, 1, "%"));
    }
    List<Object> series = new ArrayList<>();
    for (Period period : Period.ALL) {
      series.add(Shown.number("", spread(uptimes, name, period).mean(), 1, "%"));
    }
    return Answer.gives(Shown.join(" | ", series));
  }

  private static Spread spread(ReferenceUptimes uptimes, String name, Period period) {
    String flag = FLAGS.get(name);
    return flag != null
        ? uptimes.flag(flag, period)
        : name.equals("middle") ? uptimes.middle(period) : uptimes.other(period);
  }

  /// The share of time with the flag that says most of a relay (analytics 2.8).
  private static Answer ofFlag(Place place, FactsInput input) {
    Relay relay = RelayDeviations.relay(place, input);
    ReferenceUptimes uptimes = ReferenceUptimes.of(input);
    if (relay == null || !uptimes.hasScale(relay)) {
      return Answer.notHere();
    }
    for (String flag : PRIORITY) {
      if (relay.has(flag) && uptimes.hasHistory(relay, flag)) {
        List<Object> parts = new ArrayList<>();
        for (Period period : Period.ALL) {
          double share = uptimes.percent(relay, flag, period);
          boolean same = Math.abs(share - uptimes.percent(relay, period)) < 0.1;
          parts.add(share == 0 || same ? "—" : Shown.number("", share, 1, "%"));
        }
        return Answer.gives(
            parts.stream().allMatch("—"::equals) ? "Match" : Shown.join("/", parts));
      }
    }
    return Answer.gives("N/A");
  }

  private static Answer score(Place place, FactsInput input) {
    Category category = BoardDeviations.category(place);
    List<Relay> members = BoardDeviations.members(place, input);
    boolean ranked = category == Category.RELIABILITY_MASTERS || category == Category.LEGACY_TITANS;
    if (!ranked || members.stream().noneMatch(ReferenceUptimes.of(input)::isScaled)) {
      return Answer.notHere();
    }
    double score = new ReferenceOperator(input, members).metric(category);
    return Answer.gives(
        place.path().endsWith("_score") ? Shown.number(score, 1) : Shown.number("", score, 1, "%"));
  }
}
