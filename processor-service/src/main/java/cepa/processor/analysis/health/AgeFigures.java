package cepa.processor.analysis.health;

import cepa.model.Relay;
import cepa.model.health.Ages;
import cepa.model.health.Average;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// How long relays have been here (analytics 11.2).
final class AgeFigures {

  private AgeFigures() {}

  static Ages of(List<Relay> relays, Instant asOf) {
    List<Instant> seen =
        relays.stream().map(relay -> relay.times().firstSeen()).filter(Objects::nonNull).toList();
    Average days =
        Parts.average(
            seen.stream().mapToDouble(at -> Math.max(0, Duration.between(at, asOf).toDays())));
    return new Ages(
        seen.size(),
        days == null ? null : Long.valueOf((long) days.mean()),
        days == null ? null : Long.valueOf((long) days.median()),
        since(seen, asOf, 1),
        since(seen, asOf, 30),
        since(seen, asOf, 180),
        since(seen, asOf, 365));
  }

  private static int since(List<Instant> seen, Instant asOf, int days) {
    Instant from = asOf.minus(Duration.ofDays(days));
    return (int) seen.stream().filter(at -> !at.isBefore(from)).count();
  }
}
