package cepa.renderer.pages.leaderboards;

import cepa.model.GroupTotals;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.leaderboard.Category;
import cepa.model.leaderboard.Leaderboards;
import cepa.model.leaderboard.Leaderboards.Place;
import cepa.model.leaderboard.OperatorMetrics;
import cepa.model.leaderboard.OperatorMetrics.Count;
import cepa.renderer.PageContext;
import cepa.renderer.pages.leaderboards.BoardView.Row;
import cepa.renderer.pages.leaderboards.BoardView.Spread;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import cepa.renderer.view.operator.OperatorNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the rows of rankings.
record Rows(PageContext context, Leaderboards leaderboards) {

  private static final int TITLES = 3;
  private static final int SPREAD = 6;

  List<Row> of(Category category, int most) {
    return leaderboards.board(category).stream()
        .limit(most)
        .map(place -> row(category, place))
        .toList();
  }

  private Row row(Category category, Place place) {
    OperatorMetrics metrics = leaderboards.operators().get(place.operator());
    GroupTotals totals = context.model().groups("operator").get(metrics.group()).totals();
    BandwidthUnit mode = context.model().site().bandwidthUnit();
    List<Count> spread = spread(category, metrics);
    return new Row(
        place.rank(),
        place.rank() <= TITLES && category != Category.NON_EU_LEADERS,
        category == Category.NON_EU_LEADERS ? metrics.geography() : null,
        OperatorNames.of(context).link(metrics.key()),
        Amount.of(category, place.value(), mode),
        new Parts(mode).of(category, metrics, totals),
        failing(category, metrics),
        days(category, metrics),
        totals.relays(),
        totals.measured(),
        totals.guards(),
        totals.middles(),
        totals.exits(),
        Rate.in(totals.bandwidth(), RateUnit.ofTables(mode), 0),
        Share.known(totals.weightFraction(), 2),
        totals.networks(),
        totals.countries(),
        metrics.platforms().size(),
        spread.stream().limit(SPREAD).map(count -> spread(category, count)).toList(),
        Math.max(0, spread.size() - SPREAD));
  }

  private static @Nullable Integer failing(Category category, OperatorMetrics metrics) {
    OperatorMetrics.Validated validated = metrics.validated();
    return category == Category.VALIDATED_RELAYS && validated != null ? validated.failing() : null;
  }

  private static @Nullable Long days(Category category, OperatorMetrics metrics) {
    OperatorMetrics.Veteran veteran = metrics.veteran();
    return category == Category.NETWORK_VETERANS && veteran != null ? veteran.days() : null;
  }

  private static List<Count> spread(Category category, OperatorMetrics metrics) {
    return switch (category) {
      case PLATFORM_DIVERSITY ->
          metrics.platforms().stream().filter(count -> !count.key().startsWith("Linux")).toList();
      case NON_EU_LEADERS -> metrics.countries();
      case FRONTIER_BUILDERS -> metrics.rareCountries();
      default -> List.of();
    };
  }

  private Spread spread(Category category, Count count) {
    String kind = category == Category.PLATFORM_DIVERSITY ? "platform" : "country";
    String text = DisplayText.lineOr(count.key(), DisplayText.NICKNAME, "?");
    return new Spread(context.links().to(kind, count.key(), text), count.relays());
  }
}
