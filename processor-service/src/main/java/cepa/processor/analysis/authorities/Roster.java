package cepa.processor.analysis.authorities;

import cepa.model.Relay;
import cepa.model.consensus.Authorities;
import cepa.model.consensus.Authorities.Authority;
import cepa.model.consensus.Authorities.Authority.Outlier;
import cepa.model.consensus.Authorities.Authority.UptimeClass;
import cepa.model.consensus.Voter;
import cepa.model.statistics.PeriodStatistics;
import cepa.processor.source.authorityhealth.AuthorityHealth;
import cepa.processor.statistics.Statistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is an authority: relays with the flag, and configured voters that have no such relay.
final class Roster {

  private static final double ABOVE_AVERAGE = 0.3;
  private static final double PROBLEM = -2;

  private final List<Relay> relays;
  private final List<Voter> voters;
  private final @Nullable AuthorityHealth health;
  private final Scanners scanners;
  private final @Nullable PeriodStatistics uptime;

  /// @param uptime share of one month with the flag Authority; null if unknown
  Roster(
      List<Relay> relays,
      List<Voter> voters,
      @Nullable AuthorityHealth health,
      Scanners scanners,
      @Nullable PeriodStatistics uptime) {
    this.relays = relays;
    this.voters = voters;
    this.health = health;
    this.scanners = scanners;
    this.uptime = uptime;
  }

  /// By name whatever its case, then in base order.
  List<Authority> all() {
    Map<Integer, Integer> voterOfRelay = new HashMap<>();
    List<Authority> all = new ArrayList<>();
    for (int voter = 0; voter < voters.size(); voter++) {
      Integer relay = voters.get(voter).relay();
      if (relay == null) {
        all.add(authority(voters.get(voter).name(), null, voter));
      } else {
        voterOfRelay.put(relay, voter);
      }
    }
    for (int i = 0; i < relays.size(); i++) {
      if (relays.get(i).has("Authority")) {
        all.add(authority(relays.get(i).nickname(), i, voterOfRelay.get(i)));
      }
    }
    all.sort(
        Comparator.comparing((Authority authority) -> authority.name().toLowerCase(Locale.ROOT))
            .thenComparingInt(authority -> authority.relay() == null ? -1 : authority.relay()));
    return all;
  }

  private Authority authority(String name, @Nullable Integer relay, @Nullable Integer voter) {
    Double up = up(relay);
    Double score = score(up);
    return new Authority(
        name,
        relay,
        voter,
        probe(name, relay, voter),
        voter == null ? null : scanners.of(voters.get(voter).identity()),
        score,
        score == null ? null : uptimeClass(score),
        up == null || uptime == null ? null : outlier(up, uptime));
  }

  /// Probes are told by name, and a relay may call itself as it likes: only voters and relays with
  /// a name of their own are looked up.
  private Authorities.@Nullable Probe probe(
      String name, @Nullable Integer relay, @Nullable Integer voter) {
    String known = voter == null ? name.toLowerCase(Locale.ROOT) : voters.get(voter).name();
    boolean another =
        voter == null
            && relay != null
            && voters.stream().anyMatch(other -> other.name().equals(known));
    return health == null || another ? null : health.probes().get(known);
  }

  private @Nullable Double up(@Nullable Integer relay) {
    Relay.Uptime known = relay == null ? null : relays.get(relay).uptime();
    Double month = known == null ? null : known.oneMonth();
    return month == null || month <= 0 ? null : month;
  }

  private @Nullable Double score(@Nullable Double up) {
    return up == null || uptime == null
        ? null
        : Statistics.zScore(up, uptime.mean(), uptime.deviation());
  }

  private static UptimeClass uptimeClass(double score) {
    if (score > ABOVE_AVERAGE) {
      return UptimeClass.ABOVE_AVERAGE;
    }
    return score <= PROBLEM ? UptimeClass.PROBLEM : UptimeClass.BELOW_AVERAGE;
  }

  /// Bounds of two deviations belong to the outliers.
  private static Outlier outlier(double up, PeriodStatistics uptime) {
    if (up <= uptime.mean() - 2 * uptime.deviation()) {
      return Outlier.LOW;
    }
    return up >= uptime.mean() + 2 * uptime.deviation() ? Outlier.HIGH : Outlier.NORMAL;
  }
}
