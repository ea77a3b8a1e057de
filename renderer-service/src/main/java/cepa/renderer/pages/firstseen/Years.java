package cepa.renderer.pages.firstseen;

import cepa.model.RelayGroup;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Keys;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import cepa.renderer.view.Sources;
import cepa.renderer.view.template.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pages that lead to days: one a year, and one of all years.
record Years(TreeMap<String, List<RelayGroup>> byYear, PageContext context) {

  static final String ROOT = "/first_seen/";

  /// What stands before the month, and before the day, of a date: `2024-03-01`.
  private static final int DAY_DIGITS = "-01".length();

  private static final int MONTH_DIGITS = "-03-01".length();
  private static final int DATE_DIGITS = "2024-03-01".length();

  static Years of(PageContext context) {
    TreeMap<String, List<RelayGroup>> byYear = new TreeMap<>();
    for (RelayGroup day : context.model().groups("first-seen")) {
      if (day.key().length() >= DATE_DIGITS) {
        byYear.computeIfAbsent(cut(day.key(), MONTH_DIGITS), year -> new ArrayList<>()).add(day);
      }
    }
    return new Years(byYear, context);
  }

  Stream<SitePath> paths() {
    return Stream.concat(
        Stream.of(
            new SitePath.Page(ROOT, "cepa/renderer/pages/firstseen/years", false, this::years)),
        byYear.keySet().stream()
            .map(year ->
                new SitePath.Page(
                    path(year), "cepa/renderer/pages/firstseen/year", false, () -> year(year))));
  }

  private static String path(String year) {
    return ROOT + Keys.segment(year) + "/";
  }

  private PageView years() {
    RateUnit unit = RateUnit.ofTables(context.model().site().bandwidthUnit());
    return new YearsView(
        new PageHead(
            Messages.of(context).text("firstseen.years.title"),
            Messages.of(context).text("firstseen.years.description"),
            "first-seen",
            List.of(),
            true,
            List.of(Sources.DETAILS)),
        unit,
        (int)
            context.model().relays().stream()
                .filter(relay -> relay.times().firstSeen() == null)
                .count(),
        byYear.descendingMap().entrySet().stream()
            .map(year ->
                new YearsView.Year(
                    new Link(shown(year.getKey()), path(year.getKey())),
                    year.getValue().stream().mapToInt(day -> day.totals().relays()).sum(),
                    year.getValue().stream().mapToInt(day -> day.totals().running()).sum(),
                    Rate.in(
                        year.getValue().stream().mapToLong(day -> day.totals().bandwidth()).sum(),
                        unit,
                        0),
                    Share.known(
                        year.getValue().stream()
                            .mapToDouble(day -> day.totals().weightFraction())
                            .sum(),
                        2)))
            .toList());
  }

  private PageView year(String year) {
    Map<String, List<RelayGroup>> byMonth = new TreeMap<>();
    for (RelayGroup day : byYear.getOrDefault(year, List.of())) {
      byMonth.computeIfAbsent(cut(day.key(), DAY_DIGITS), month -> new ArrayList<>()).add(day);
    }
    String shown = shown(year);
    return new YearView(
        new PageHead(
            Messages.of(context).text("firstseen.year.title", shown),
            Messages.of(context).text("firstseen.year.description", shown),
            "first-seen",
            List.of(new Link(Messages.of(context).text("firstseen.menu"), ROOT)),
            true,
            List.of(Sources.DETAILS)),
        shown,
        relays(byYear.getOrDefault(year, List.of())),
        byMonth.entrySet().stream()
            .map(month ->
                new YearView.Month(
                    shown(month.getKey()),
                    relays(month.getValue()),
                    month.getValue().stream().map(this::day).toList()))
            .toList(),
        link(byYear.lowerKey(year)),
        link(byYear.higherKey(year)));
  }

  private YearView.Day day(RelayGroup day) {
    return new YearView.Day(
        context.links().to("first-seen", day.key(), shown(day.key())), day.totals().relays());
  }

  private static int relays(List<RelayGroup> days) {
    return days.stream().mapToInt(day -> day.totals().relays()).sum();
  }

  private static @Nullable Link link(@Nullable String year) {
    return year == null ? null : new Link(shown(year), path(year));
  }

  /// The path of the year a day is in; null if its key is no date.
  static @Nullable Link yearOf(String date) {
    return date.length() < DATE_DIGITS ? null : link(cut(date, MONTH_DIGITS));
  }

  private static String cut(String date, int digits) {
    return date.substring(0, date.length() - digits);
  }

  private static String shown(String text) {
    return DisplayText.lineOr(text, DisplayText.NICKNAME, "?");
  }
}
