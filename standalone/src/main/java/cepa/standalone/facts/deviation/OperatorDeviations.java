package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.Series;
import cepa.model.reliability.FlagUptimes;
import cepa.model.statistics.Period;
import cepa.processor.source.onionoobandwidth.BandwidthData;
import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.Deviation.Answer;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Place;
import cepa.standalone.facts.Shown;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Deviations in what is said of operators' reliability.
final class OperatorDeviations {

  private static final String RELIABILITY = "contact/operator_reliability\\.";

  private OperatorDeviations() {}

  static List<Deviation> all() {
    return List.of(
        new GroupDeviation(
            "A-3",
            "The reference adds histories up by index although each begins on its own day; here"
                + " they are aligned by date",
            Pattern.compile(
                RELIABILITY
                    + "(?:operator_daily_bandwidth\\..*"
                    + "|overall_bandwidth\\.6_months\\.growth_trend.*)"),
            OperatorDeviations::isShifted),
        new GroupDeviation(
            "A-2",
            "The reference compares the mean of a relay with percentiles of operators' totals; here"
                + " totals are compared with totals",
            Pattern.compile(
                RELIABILITY
                    + "overall_bandwidth\\.6_months\\.(?:network_position|percentile_range)"),
            (members, _) -> !members.isEmpty()),
        new GroupDeviation(
            "A-15",
            "The reference tells variation over relays and measures a relay's mean by one relay's"
                + " largest value; here both are of the operator's totals over time",
            Pattern.compile(
                RELIABILITY
                    + "overall_bandwidth\\.\\w+\\."
                    + "(?:bandwidth_stability|capacity_utilization|peak_performance).*"),
            (members, _) -> !members.isEmpty()),
        new GroupDeviation(
            "A-14",
            "The reference lists outliers of all periods; here those of six months",
            Pattern.compile(
                "contact/(?:operator_reliability|contact_display_data)\\.outliers\\..*"),
            (members, input) ->
                Period.ALL.stream()
                    .filter(period -> period != Period.SIX_MONTHS)
                    .anyMatch(period ->
                        members.stream()
                            .anyMatch(r -> ReferenceUptimes.of(input).percent(r, period) > 0))),
        new GroupDeviation(
            "A-16",
            "The reference's percentiles of operators' bandwidth are made by a method that"
                + " extrapolates; here by the inclusive one",
            Pattern.compile(RELIABILITY + "network_bandwidth_percentiles\\.percentile_\\d+"),
            (_, input) -> !ReferenceReliability.of(input).percentiles().isEmpty()),
        new GroupDeviation(
            "D-2",
            "Relays without a contact are no operator",
            Pattern.compile(RELIABILITY + "network_bandwidth_percentiles\\.total_operators"),
            (_, input) -> input.relays().stream().anyMatch(r -> !r.contact().isNamed())),
        Rule.of(
            "A-16",
            "The inclusive method",
            "bandwidth_percentiles/percentile_\\d+",
            OperatorDeviations::percentile),
        Rule.of(
            "D-2",
            "Relays without a contact are no operator",
            "bandwidth_percentiles/total_operators",
            (place, input) ->
                input.relays().stream().anyMatch(r -> !r.contact().isNamed())
                    ? percentile(place, input)
                    : Answer.notHere()),
        new GroupDeviation(
            "F-1",
            "A relay's average rate is kept in whole bytes per second",
            Pattern.compile(
                RELIABILITY
                    + "(?:overall_bandwidth\\.\\w+\\.(?:average|average_formatted|std_dev)"
                    + "|operator_daily_bandwidth\\..*)"),
            (members, _) -> !members.isEmpty()),
        Rule.of(
            "F-1",
            "A relay's average rate is kept in whole bytes per second",
            "contact/(?:operator_reliability\\.relay_bandwidths\\[[0-9A-F]{40}\\]\\..*_formatted"
                + "|contact_display_data\\.flag_bandwidth_analysis\\..*\\.value_display)",
            OperatorDeviations::rounded),
        Rule.of(
            "A-8",
            "The reference says there are data of flags though no history is long enough",
            "contact/contact_display_data\\.flag_(?:bandwidth_)?analysis\\.has_flag_data",
            OperatorDeviations::anyHistory));
  }

  private static Answer anyHistory(Place place, FactsInput input) {
    FlagUptimes flags = input.find(FlagUptimes.class);
    if (flags == null) {
      return Answer.notHere();
    }
    for (Relay relay : ReferenceContacts.of(input).relays(place.key())) {
      Integer index = input.index(relay.fingerprint().hex());
      if (index != null && relay.flags().stream().anyMatch(f -> flags.hasHistory(index, f))) {
        return Answer.gives(true);
      }
    }
    return Answer.notHere();
  }

  /// The text of a rate that is kept in whole bytes: the exact one is at most half a byte away.
  private static Answer rounded(Place place, FactsInput input) {
    var mode = input.model().site().bandwidthUnit();
    Matcher flag = FLAG_RATE.matcher(place.path());
    Matcher relay = RELAY_RATE.matcher(place.path());
    List<Relay> members = ReferenceContacts.of(input).relays(place.key());
    if (flag.find()) {
      Period period =
          switch (flag.group(2)) {
            case "6M" -> Period.SIX_MONTHS;
            case "1Y" -> Period.ONE_YEAR;
            default -> Period.FIVE_YEARS;
          };
      double[] averages =
          members.stream()
              .filter(member -> member.has(flag.group(1)))
              .mapToDouble(member -> ReferenceReliability.of(input).average(member, period))
              .filter(average -> average > 0)
              .toArray();
      return averages.length == 0
          ? Answer.notHere()
          : Answer.gives(Shown.rate(ReferenceReliability.mean(averages), 2, mode));
    }
    Integer index = relay.find() ? input.index(relay.group(1)) : null;
    Period period = index == null ? null : Period.of(relay.group(2));
    return index == null || period == null
        ? Answer.notHere()
        : Answer.gives(
            Shown.rate(
                ReferenceReliability.of(input).average(input.relays().get(index), period),
                2,
                mode));
  }

  private static final Pattern FLAG_RATE = Pattern.compile("\\.(\\w+)\\.periods\\.(6M|1Y|5Y)\\.");
  private static final Pattern RELAY_RATE =
      Pattern.compile("\\[(\\w{40})\\]\\.bandwidth_periods\\.(\\w+)\\.");

  private static Answer percentile(Place place, FactsInput input) {
    Map<String, @Nullable Object> found = ReferenceReliability.of(input).percentiles();
    return found.containsKey(place.path())
        ? Answer.gives(found.get(place.path()))
        : Answer.notHere();
  }

  /// Whether histories of the same period do not begin together, or one has a gap.
  private static boolean isShifted(List<Relay> members, FactsInput input) {
    BandwidthData bandwidth = input.find(BandwidthData.class);
    if (bandwidth == null) {
      return false;
    }
    for (Period period : Period.ALL) {
      String name = "read_history/" + period.key();
      List<Series> histories =
          members.stream()
              .flatMap(relay -> bandwidth.series().of(relay.fingerprint()).stream())
              .filter(series -> series.name().equals(name))
              .toList();
      boolean together = histories.stream().map(Series::first).distinct().count() <= 1;
      if (!together || histories.stream().anyMatch(OperatorDeviations::hasGap)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasGap(Series series) {
    for (int i = 0; i < series.values().length; i++) {
      if (!series.isKnown(i)) {
        return true;
      }
    }
    return false;
  }
}
