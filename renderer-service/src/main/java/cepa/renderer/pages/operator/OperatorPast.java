package cepa.renderer.pages.operator;

import cepa.model.reliability.OperatorReliability.Stability;
import cepa.model.reliability.OperatorReliability.Trend;
import cepa.model.statistics.Percentiles.Band;
import cepa.model.statistics.Period;
import cepa.renderer.Link;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import cepa.renderer.view.Volume;
import cepa.renderer.view.chart.Chart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an operator's relays did: how much they ran, what they carried.
final class OperatorPast {

  private OperatorPast() {}

  /// @param periods those of which anything is known, shortest first
  /// @param band where the mean of six months lies among the relays of the network; null if unknown
  /// @param low relays far below the others; likewise high
  /// @param flags how much of the time relays that have a flag now had it
  record Uptime(
      List<UptimePeriod> periods,
      @Nullable Band band,
      List<Outlier> low,
      List<Outlier> high,
      List<FlagUptime> flags) {}

  /// @param uptime mean over relays
  /// @param deviation standard deviation over relays, in percent of the time
  /// @param relays that count
  record UptimePeriod(Period period, Share uptime, Share deviation, int relays) {}

  /// @param uptime its share of the last six months
  record Outlier(Link relay, Share uptime) {}

  /// Mean shares of time; null where too little is known.
  record FlagUptime(
      Link flag,
      @Nullable Share oneMonth,
      @Nullable Share sixMonths,
      @Nullable Share oneYear,
      @Nullable Share fiveYears) {}

  /// @param periods those of which anything is known, shortest first
  /// @param band where the total of six months lies among operators; null if unknown
  /// @param growth over six months; null if unknown
  /// @param low relays that carry far less than the others; likewise high
  /// @param weeks read by week; null if unknown
  /// @param months read by month; null if unknown
  record Traffic(
      List<TrafficPeriod> periods,
      @Nullable Band band,
      @Nullable Growth growth,
      List<Carrier> low,
      List<Carrier> high,
      @Nullable Chart weeks,
      @Nullable Chart months) {}

  /// @param data read and written by all relays
  /// @param share of what the network carried
  /// @param together mean of what all relays read at the same time
  /// @param perRelay mean of what a relay read
  /// @param stability how even that is over time; null if unknown
  /// @param utilization the mean as a part of the largest; null if unknown
  record TrafficPeriod(
      Period period,
      @Nullable Volume data,
      @Nullable Share share,
      @Nullable Rate together,
      @Nullable Rate perRelay,
      @Nullable Stability stability,
      @Nullable Share utilization) {}

  /// @param read mean of the last six months
  record Carrier(Link relay, Rate read) {}

  /// @param recent what the newest two months carried of what the oldest two of the last six did
  record Growth(Trend trend, Share recent) {}
}
