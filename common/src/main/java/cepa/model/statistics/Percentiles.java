package cepa.model.statistics;

/// Percentiles of values of one kind, all by the inclusive method (analytics 1, A-16), in the unit
/// of the values.
///
/// @param p5 5th percentile
/// @param p25 25th
/// @param median 50th
/// @param p75 75th
/// @param p90 90th
/// @param p95 95th
/// @param p99 99th
/// @param mean arithmetic mean
/// @param count number of values, at least 10
public record Percentiles(
    double p5,
    double p25,
    double median,
    double p75,
    double p90,
    double p95,
    double p99,
    double mean,
    int count) {

  /// The band a value lies in: the highest percentile it reaches (analytics 2.6).
  public Band band(double value) {
    if (value >= median) {
      return upperBand(value);
    }
    return value >= p25 ? Band.FROM_25 : value >= p5 ? Band.FROM_5 : Band.BELOW_5;
  }

  private Band upperBand(double value) {
    if (value >= p95) {
      return value >= p99 ? Band.FROM_99 : Band.FROM_95;
    }
    return value >= p90 ? Band.FROM_90 : value >= p75 ? Band.FROM_75 : Band.FROM_50;
  }

  /// From one percentile to the next one; each includes its lower end.
  public enum Band {
    BELOW_5,
    FROM_5,
    FROM_25,
    FROM_50,
    FROM_75,
    FROM_90,
    FROM_95,
    FROM_99
  }
}
