package cepa.processor.analysis.health;

import cepa.model.GroupTotals;
import cepa.model.History;
import cepa.model.NetworkTotals;
import cepa.model.NetworkTrend;
import cepa.model.Relay;
import cepa.model.consensus.Authorities;
import cepa.model.consensus.ConsensusMethods;
import cepa.model.health.Criterion;
import cepa.model.health.MeanUptime;
import cepa.model.health.NetworkHealth.Overload;
import cepa.model.health.Verdict;
import cepa.model.health.Verdict.Assessment;
import cepa.model.health.Versions;
import cepa.model.intelligence.NetworkIntelligence;
import cepa.model.intelligence.NetworkIntelligence.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges the figures by the limits of [Criterion].
///
/// @param relays all
/// @param totals their sums
/// @param history what was a week ago
/// @param asOf the moment judged
record Assessments(List<Relay> relays, NetworkTotals totals, History history, Instant asOf) {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration TOLERANCE = Duration.ofDays(1);

  Verdict of(
      Overload overload,
      @Nullable MeanUptime uptime,
      Versions versions,
      NetworkIntelligence intelligence,
      Authorities authorities) {
    GroupTotals all = totals.all();
    var concentration = intelligence.concentration();
    return Verdict.of(
        List.of(
            Criterion.OFFLINE.assess(share(all.relays() - all.running(), all.relays())),
            Criterion.LOST_IN_A_WEEK.assess(lostInAWeek()),
            Criterion.UPTIME.assess(uptime == null ? null : uptime.share()),
            Criterion.OVERLOADED.assess(share(overload.relays(), all.relays())),
            Criterion.EXIT_WEIGHT.assess(intelligence.capacity().exit()),
            Criterion.MEASURED.assess(measured()),
            largest(Criterion.LARGEST_NETWORK, concentration.topNetworks()),
            largest(Criterion.LARGEST_COUNTRY, concentration.topCountries()),
            largest(Criterion.LARGEST_OPERATOR, concentration.topOperators()),
            Criterion.RECOMMENDED.assess(
                share(versions.recommended(), versions.recommended() + versions.notRecommended())),
            Criterion.OBSOLETE.assess(
                share(versions.obsolete(), all.relays() - versions.unknown())),
            Criterion.VOTES.assess(votes(authorities)),
            Criterion.AUTHORITIES_DOWN.assess(down(authorities))));
  }

  private static @Nullable Double share(int part, int whole) {
    return Parts.quotient(part, whole);
  }

  private static Assessment largest(Criterion criterion, List<Share> largest) {
    return largest.isEmpty()
        ? criterion.assess(null)
        : criterion.assess(largest.getFirst().fraction(), largest.getFirst().key());
  }

  /// Among the running relays of which that is known.
  private @Nullable Double measured() {
    List<Relay> known =
        relays.stream().filter(r -> r.running() && r.weight().measured() != null).toList();
    long measured = known.stream().filter(r -> Boolean.TRUE.equals(r.weight().measured())).count();
    return Parts.quotient(measured, known.size());
  }

  /// 0 if the network grew; null if nothing is known of a week ago.
  private @Nullable Double lostInAWeek() {
    Instant weekAgo = asOf.minus(WEEK);
    NetworkTrend.Point then = null;
    for (NetworkTrend.Point point : history.trend().hourly()) {
      if (!point.at().isAfter(weekAgo)) {
        then = point;
      }
    }
    return then == null || then.at().isBefore(weekAgo.minus(TOLERANCE))
        ? null
        : Parts.quotient(Math.max(0, then.running() - totals.all().running()), then.running());
  }

  /// Null without any vote: then nothing is known of the others, too.
  private static @Nullable Double votes(Authorities authorities) {
    ConsensusMethods methods = authorities.methods();
    long voters = authorities.authorities().stream().filter(a -> a.voter() != null).count();
    return methods.perVoter().isEmpty() ? null : Parts.quotient(methods.perVoter().size(), voters);
  }

  private static @Nullable Double down(Authorities authorities) {
    Authorities.Probes probes = authorities.probes();
    return probes == null
        ? null
        : Parts.quotient(probes.down(), probes.fast() + probes.slow() + probes.down());
  }
}
