package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.statistics.Period;
import org.jspecify.annotations.Nullable;

/// Uptime by the reference's rules: percent, and 0 both for too few data and for at most one
/// percent (analytics 2.2).
final class ReferenceUptimes {

  private ReferenceUptimes() {}

  static double of(Relay relay, Period period) {
    Double share = share(relay.uptime(), period);
    double percent = share == null ? 0 : 100 * share;
    return percent <= 1 ? 0 : percent;
  }

  private static @Nullable Double share(Relay.@Nullable Uptime uptime, Period period) {
    if (uptime == null) {
      return null;
    }
    return switch (period) {
      case ONE_MONTH -> uptime.oneMonth();
      case SIX_MONTHS -> uptime.sixMonths();
      case ONE_YEAR -> uptime.oneYear();
      case FIVE_YEARS -> uptime.fiveYears();
    };
  }
}
