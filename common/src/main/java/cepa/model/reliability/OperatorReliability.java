package cepa.model.reliability;

import cepa.model.ModelPart;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Percentiles;
import cepa.model.statistics.Percentiles.Band;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How reliably the relays of each operator serve (analytics 4). Sources: onionoo uptime, onionoo
/// bandwidth, onionoo details.
///
/// @param operators one for each group of kind `operator`, in the same order
/// @param bandwidth percentiles of the operators' [Bandwidth#total] of six months, bytes per second
///   (analytics 3.6, A-16); null if fewer than 10 count. Relays without a contact are no operator
///   (relay-model D-2)
public record OperatorReliability(List<Operator> operators, @Nullable Percentiles bandwidth)
    implements ModelPart {

  public OperatorReliability {
    operators = List.copyOf(operators);
  }

  /// @param relaysWithUptime members whose uptime is known in some period
  /// @param uptime of the members that count ([UptimeStatistics#COUNTED_ABOVE])
  /// @param uptimeBand where the mean of six months lies among the relays of the network; null if
  ///   unknown
  /// @param uptimeOutliers members far from the mean of six months, that period alone;
  ///   shares of time
  /// @param bandwidth by period; upstream's graphs of one month are not used
  /// @param bandwidthBand where the total of six months lies among the operators of the network
  ///   totals with totals); null if unknown
  /// @param bandwidthOutliers members far from the mean of six months; bytes per second
  /// @param growth of the total over six months; null if unknown
  /// @param flags mean share of time with a flag, of members that have it now, by flag; flags of
  ///   which nothing is known are left out
  /// @param downtime members that are not running; null if all are
  /// @param versions how members keep up with Tor
  public record Operator(
      int relaysWithUptime,
      PerPeriod<Uptime> uptime,
      @Nullable Band uptimeBand,
      Outliers uptimeOutliers,
      PerPeriod<Bandwidth> bandwidth,
      @Nullable Band bandwidthBand,
      Outliers bandwidthOutliers,
      @Nullable Growth growth,
      Map<String, PerPeriod<Double>> flags,
      @Nullable Downtime downtime,
      Versions versions) {
    public Operator {
      flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
    }
  }

  /// Shares of time, 0..1.
  ///
  /// @param mean over members
  /// @param deviation sample standard deviation over members, 0 of one
  /// @param relays members that count
  public record Uptime(double mean, double deviation, int relays) {}

  /// Bytes read per second. Per relay: means of members of which at least 30 values are known.
  /// Total: sums over all members at the same time, aligned by date.
  ///
  /// @param perRelay mean over members; null if no member counts
  /// @param deviation sample standard deviation over members; null likewise
  /// @param relays members that count
  /// @param total mean of the totals; null if no member has any value
  /// @param points how many totals there are, one for each interval in which a member has a value
  /// @param last midpoint of the newest interval; null if there are no totals
  /// @param variation deviation / mean of the totals over time; null if unknown
  /// @param stability what that means; null if unknown
  /// @param peak largest total; null if there are no totals
  public record Bandwidth(
      @Nullable Double perRelay,
      @Nullable Double deviation,
      int relays,
      @Nullable Double total,
      int points,
      @Nullable Instant last,
      @Nullable Double variation,
      @Nullable Stability stability,
      @Nullable Double peak) {

    /// The mean total as a fraction of the largest one: how much of what it has shown to carry it
    /// carries on average. Null if unknown.
    public @Nullable Double utilization() {
      return total == null || peak == null || peak == 0 ? null : total / peak;
    }
  }

  /// How even totals are over time, by their coefficient of variation.
  public enum Stability {
    /// Below 25 %.
    GREAT,
    /// Below 50 %.
    GOOD,
    /// Below 100 %.
    VARIABLE,
    EXTREME;

    public static Stability of(double variation) {
      return variation < 0.25 ? GREAT : variation < 0.5 ? GOOD : variation < 1 ? VARIABLE : EXTREME;
    }
  }

  /// The newest third of six months' totals compared with the oldest third; at least 60 totals.
  ///
  /// @param rate `(recent - older) / older`: 0.05 is 5 % more
  /// @param trend what that means
  /// @param older mean total of the oldest third, bytes per second, above 0
  /// @param recent mean total of the newest third
  /// @param olderFrom midpoint of the first interval of the oldest third
  /// @param olderTo of its last
  /// @param recentFrom of the first of the newest third
  /// @param recentTo of its last
  public record Growth(
      double rate,
      Trend trend,
      double older,
      double recent,
      Instant olderFrom,
      Instant olderTo,
      Instant recentFrom,
      Instant recentTo) {}

  /// More than 5 % up, more than 5 % down, or neither.
  public enum Trend {
    GROWTH,
    STABLE,
    DECLINE;

    public static Trend of(double rate) {
      return rate > 0.05 ? GROWTH : rate < -0.05 ? DECLINE : STABLE;
    }
  }

  /// Members more than two deviations from the mean over all members that count; of fewer than six
  /// none can be.
  ///
  /// @param low below, in base order
  /// @param high above, in base order
  public record Outliers(List<Outlier> low, List<Outlier> high) {
    public static final Outliers NONE = new Outliers(List.of(), List.of());

    public Outliers {
      low = List.copyOf(low);
      high = List.copyOf(high);
    }
  }

  /// @param relay index in base order
  /// @param value of this relay
  /// @param deviations distance from the mean in deviations
  public record Outlier(int relay, double value, double deviations) {}

  /// Members not running, by primary role throughout, so the roles add up.
  ///
  /// @param relays indexes in base order
  /// @param bandwidth observed bandwidth of these, bytes per second
  /// @param bandwidthShare of the operator's, 0..1; null if it has none
  /// @param weight their raw consensus weight
  /// @param weightShare of the raw weight of all members, running or not, 0..1; null if they have
  ///   none
  /// @param guards offline guards
  /// @param middles offline middles
  /// @param exits offline exits
  public record Downtime(
      List<Integer> relays,
      long bandwidth,
      @Nullable Double bandwidthShare,
      long weight,
      @Nullable Double weightShare,
      RoleDowntime guards,
      RoleDowntime middles,
      RoleDowntime exits) {
    public Downtime {
      relays = List.copyOf(relays);
    }
  }

  /// @param relays offline members of a role
  /// @param bandwidth theirs, bytes per second
  /// @param share of the operator's bandwidth in that role, 0..1; null if it has none
  public record RoleDowntime(int relays, long bandwidth, @Nullable Double share) {}

  /// @param recommended members whose version the authorities recommend
  /// @param notRecommended members whose version they do not
  /// @param unknown members of which it is not known
  /// @param compliance grade of the first three
  /// @param statuses members by version status, by status; unknown ones are left out
  /// @param status grade of those with status `recommended`
  public record Versions(
      int recommended,
      int notRecommended,
      int unknown,
      Grade compliance,
      Map<String, Status> statuses,
      Grade status) {
    public Versions {
      statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
    }
  }

  /// @param relays members with this status
  /// @param versions distinct versions of these, in text order
  public record Status(int relays, List<String> versions) {
    public Status {
      versions = List.copyOf(versions);
    }
  }

  /// All members, more than half of them, or fewer.
  public enum Grade {
    ALL,
    PARTIAL,
    POOR;

    public static Grade of(int good, int all) {
      return good == all ? ALL : 2L * good > all ? PARTIAL : POOR;
    }
  }
}
