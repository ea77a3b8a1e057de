package cepa.simulator.onionoobandwidth;

import cepa.simulator.network.Draw;
import cepa.simulator.network.SimulatedRelay;

/// What a relay carries on each day: a level of its own that drifts over months and wavers from day
/// to day.
final class DailyTraffic {

  private static final int DRIFT_DAYS = 60;

  private final Draw draw;
  private final double level;
  private final int firstDay;
  private final double[] known;

  /// @param firstDay and `lastDay` limit the days that will be asked for, both inclusive; days
  ///   since the epoch of Unix
  DailyTraffic(SimulatedRelay relay, int firstDay, int lastDay) {
    this.draw = relay.draw().of("traffic");
    this.level = Math.max(300, relay.baseBandwidth() * (0.22 + 0.4 * draw.of("level").unit()));
    this.firstDay = firstDay;
    this.known = new double[lastDay - firstDay + 1];
  }

  /// Bytes per second, the mean of the days.
  double mean(int day, int days) {
    double sum = 0;
    for (int i = 0; i < days; i++) {
      sum += on(day + i);
    }
    return sum / days;
  }

  private double on(int day) {
    int index = day - firstDay;
    if (known[index] == 0) {
      int block = Math.floorDiv(day, DRIFT_DAYS);
      double share = (double) Math.floorMod(day, DRIFT_DAYS) / DRIFT_DAYS;
      double drift = drift(block) * (1 - share) + drift(block + 1) * share;
      known[index] = level * drift * (0.8 + 0.4 * draw.of("day").of(day).unit());
    }
    return known[index];
  }

  private double drift(int block) {
    return 0.55 + 0.9 * draw.of("drift").of(block).unit();
  }
}
