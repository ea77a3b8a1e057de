package cepa.renderer.pages.health;

import cepa.model.health.Verdict.Aspect;
import cepa.model.health.Verdict.Level;
import cepa.model.validation.FailureKind;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import cepa.renderer.view.health.Balance;
import cepa.renderer.view.health.Concern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The network's health.
///
/// @param level the worst that is known
/// @param aspects level of each aspect
/// @param concerns what deserves a look, worst first
/// @param criteria everything looked at, in order
/// @param trend the network over time
/// @param cards figures in groups
/// @param averages what a relay can carry
/// @param uptimes how much relays ran, by what they are; empty if unknown
/// @param percentiles what most relays and operators stay below; empty if unknown
/// @param ratios consensus weight per bandwidth
/// @param balance how weight, bandwidth and versions are shared out
/// @param failures why proofs fail, most relays first; empty if unknown
record HealthView(
    PageHead head,
    Level level,
    Map<Aspect, Level> aspects,
    List<Concern> concerns,
    List<Concern> criteria,
    TrendView trend,
    List<Card> cards,
    List<AverageRow> averages,
    List<UptimeRow> uptimes,
    List<PercentileRow> percentiles,
    List<RatioRow> ratios,
    Balance balance,
    List<FailureRow> failures)
    implements PageView {

  /// @param id anchor, as links of the web know it
  record Card(String id, List<Figure> figures) {}

  /// @param id names its text
  record AverageRow(String id, Rate mean, Rate median, int relays) {}

  /// Means over relays, of those whose share of the period is known.
  record UptimeRow(
      String id,
      @Nullable Share oneMonth,
      @Nullable Share oneMonthMedian,
      @Nullable Share sixMonths,
      @Nullable Share oneYear,
      @Nullable Share fiveYears) {}

  /// Over six months.
  ///
  /// @param below percent of all that stay below it
  /// @param uptime of relays; null if unknown
  /// @param carried what all relays of an operator read; null if unknown
  record PercentileRow(int below, @Nullable Share uptime, @Nullable Rate carried) {}

  /// Weight per million bytes per second.
  ///
  /// @param together of all relays together
  /// @param mean of the relays; null if not told
  record RatioRow(String id, BigDecimal together, @Nullable BigDecimal mean, BigDecimal median) {}

  /// @param detail the validator's words if it is something else, hostile; null otherwise
  record FailureRow(FailureKind kind, @Nullable String detail, int relays) {}
}
