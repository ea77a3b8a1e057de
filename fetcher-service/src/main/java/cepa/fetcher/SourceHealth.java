package cepa.fetcher;

import cepa.topic.SnapshotManifest;
import cepa.topic.SourceStatus;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Health of one source: down if its last attempt failed, its data are too old to use, another
/// fetcher has taken over or its thread has ended. A dead upstream makes it unhealthy and nothing
/// else.
final class SourceHealth implements HealthIndicator {

  private final SourceFetcher fetcher;
  private final InstantSource clock;

  SourceHealth(SourceFetcher fetcher, InstantSource clock) {
    this.fetcher = fetcher;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Throwable end = fetcher.fenced() != null ? fetcher.fenced() : fetcher.end();
    if (end != null) {
      return Health.down().withDetail("reason", String.valueOf(end.getMessage())).build();
    }
    FetchResult last = fetcher.last();
    if (last == null) {
      return Health.unknown().withDetail("reason", "not fetched yet").build();
    }
    SourceStatus status = last.status();
    Duration age = age(fetcher.current());
    boolean unusable = age == null || age.compareTo(fetcher.feed().settings().usableFor()) > 0;
    boolean down = status.outcome() == SourceStatus.Outcome.FAILED || unusable;
    Health.Builder health = down ? Health.down() : Health.up();
    health
        .withDetail("outcome", status.outcome().name())
        .withDetail("attempted", status.attempted());
    detail(health, "reason", status.reason());
    detail(health, "lastSuccess", status.lastSuccess());
    detail(health, "snapshot", status.snapshot());
    detail(health, "nextAttempt", status.nextAttempt());
    if (age != null) {
      health.withDetail("dataAge", age.toString());
      health.withDetail("stale", age.compareTo(fetcher.feed().settings().freshFor()) > 0);
    }
    return health.build();
  }

  private @Nullable Duration age(@Nullable SnapshotManifest snapshot) {
    return snapshot == null ? null : Duration.between(snapshot.published(), clock.instant());
  }

  private static void detail(Health.Builder health, String name, @Nullable Object value) {
    if (value != null) {
      health.withDetail(name, value);
    }
  }
}
