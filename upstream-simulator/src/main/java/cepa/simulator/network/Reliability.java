package cepa.simulator.network;

/// How well a relay is kept up.
public enum Reliability {
  STEADY(2900, 1.2, 0.99, 0.9995, 9_000_000),
  USUAL(620, 2.5, 0.95, 0.994, 4_800_000),
  FLAKY(150, 6, 0.55, 0.955, 1_400_000),
  POOR(50, 16, 0, 0.74, 160_000);

  private final double hoursBetweenOutages;
  private final double outageHours;
  private final double stableShare;
  private final double weightedUptime;
  private final int secondsBetweenFailures;

  Reliability(
      double hoursBetweenOutages,
      double outageHours,
      double stableShare,
      double weightedUptime,
      int secondsBetweenFailures) {
    this.hoursBetweenOutages = hoursBetweenOutages;
    this.outageHours = outageHours;
    this.stableShare = stableShare;
    this.weightedUptime = weightedUptime;
    this.secondsBetweenFailures = secondsBetweenFailures;
  }

  static Reliability of(Draw draw) {
    double share = draw.unit();
    return share < 0.45 ? STEADY : share < 0.80 ? USUAL : share < 0.95 ? FLAKY : POOR;
  }

  double hoursBetweenOutages() {
    return hoursBetweenOutages;
  }

  double outageHours() {
    return outageHours;
  }

  /// The share of such relays that hold the Stable flag.
  double stableShare() {
    return stableShare;
  }

  /// What authorities compute as weighted fractional uptime, 0..1.
  public double weightedUptime() {
    return weightedUptime;
  }

  /// What authorities compute as mean time between failures.
  public int secondsBetweenFailures() {
    return secondsBetweenFailures;
  }
}
