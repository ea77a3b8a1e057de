package cepa.processor.analysis.authorities;

import cepa.model.consensus.Authorities.Authority;
import cepa.model.consensus.Authorities.Authority.UptimeClass;
import cepa.model.consensus.Authorities.Probe;
import cepa.model.consensus.AuthorityAlert;
import cepa.model.consensus.AuthorityAlert.Kind;
import cepa.model.consensus.Voter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What should not be (consensus 13, sources 10).
final class Alerts {

  private static final int MANY = 3;
  private static final double VERY_SLOW_MILLIS = 1000;

  private final List<Authority> authorities;
  private final List<Voter> voters;
  private final List<AuthorityAlert> alerts = new ArrayList<>();

  Alerts(List<Authority> authorities, List<Voter> voters, List<String> unknownVoters) {
    this.authorities = authorities;
    this.voters = voters;
    Instant newest =
        voters.stream()
            .map(Voter::validAfter)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    for (int i = 0; i < authorities.size(); i++) {
      connection(i);
      uptime(i);
      vote(i, newest);
    }
    int down = (int) alerts.stream().filter(alert -> alert.kind() == Kind.DOWN).count();
    if (down >= MANY) {
      alerts.add(new AuthorityAlert(Kind.MANY_DOWN, null, (double) down, null));
    }
    unknownVoters.forEach(
        name -> alerts.add(new AuthorityAlert(Kind.UNKNOWN_VOTER, null, null, name)));
    alerts.sort(Comparator.comparing(AuthorityAlert::kind));
  }

  List<AuthorityAlert> all() {
    return alerts;
  }

  private void connection(int authority) {
    Probe probe = authorities.get(authority).probe();
    if (probe == null) {
      return;
    }
    Double latency = probe.latencyMillis();
    if (!probe.online()) {
      add(Kind.DOWN, authority, null);
    } else if (latency != null && latency > VERY_SLOW_MILLIS) {
      add(Kind.VERY_SLOW, authority, latency);
    }
  }

  private void uptime(int authority) {
    if (authorities.get(authority).uptimeClass() == UptimeClass.PROBLEM) {
      add(Kind.LOW_UPTIME, authority, authorities.get(authority).uptimeScore());
    }
  }

  /// Without any vote the votes are missing, not the authorities.
  private void vote(int authority, @Nullable Instant newest) {
    Integer index = authorities.get(authority).voter();
    if (index == null || newest == null) {
      return;
    }
    Voter voter = voters.get(index);
    Instant time = voter.validAfter();
    if (voter.state() == Voter.State.MISSING) {
      add(Kind.NO_VOTE, authority, null);
    } else if (voter.state() == Voter.State.STALE) {
      add(
          Kind.STALE_VOTE,
          authority,
          time == null
              ? null
              : Double.valueOf((double) Duration.between(time, newest).toSeconds()));
    }
  }

  private void add(Kind kind, int authority, @Nullable Double value) {
    alerts.add(new AuthorityAlert(kind, authority, value, null));
  }
}
