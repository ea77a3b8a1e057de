package cepa.model.reliability;

import cepa.model.ModelPart;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Percentiles;
import cepa.model.statistics.Period;
import cepa.model.statistics.PeriodStatistics;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How much relays run: what a relay or an operator is compared with (analytics 2.4, 2.5). Over
/// relays of the model only, of which more than [#COUNTED_ABOVE] is known in the period.
/// Values are shares of time, 0..1. Source: onionoo uptime.
///
/// @param all all relays
/// @param flags shares of time with a flag, by flag; flags known of too few relays have no entry
/// @param middle relays with neither Exit nor Guard
/// @param other authorities, bad exits, and relays without any usual flag
/// @param sixMonths percentiles of six months; null if fewer than 10 relays count
/// @param exclusions why relays do not count there; null if the source is missing
public record UptimeStatistics(
    PerPeriod<PeriodStatistics> all,
    Map<String, PerPeriod<PeriodStatistics>> flags,
    PerPeriod<PeriodStatistics> middle,
    PerPeriod<PeriodStatistics> other,
    @Nullable Percentiles sixMonths,
    @Nullable Exclusions exclusions)
    implements ModelPart {

  /// A relay up at most this share of a period counts as offline there: it is left out of means and
  /// percentiles.
  public static final double COUNTED_ABOVE = 0.01;

  public UptimeStatistics {
    flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
  }

  /// The statistics of a flag in a period; null if unknown.
  public @Nullable PeriodStatistics flag(String flag, Period period) {
    PerPeriod<PeriodStatistics> periods = flags.get(flag);
    return periods == null ? null : periods.get(period);
  }

  /// Relays of the model left out of the percentiles, by reason.
  ///
  /// @param noData no graph of six months
  /// @param noValue a graph without any value
  /// @param fewValues fewer than 30 values
  /// @param low hardly up at all
  public record Exclusions(int noData, int noValue, int fewValues, int low) {}
}
