package cepa.fetcher;

import cepa.topic.SnapshotManifest;
import cepa.topic.SourceStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `cepa_fetch_*`: what attempts cost and how they end, by source.
final class FetchMetrics {

  private final MeterRegistry registry;
  private final InstantSource clock;

  FetchMetrics(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /// Gauges of a source: age of the data in use (absent while there is none), failures in a row,
  /// snapshots in quarantine that fit each other, and whether another fetcher has taken over.
  void register(SourceFetcher fetcher) {
    gauge("cepa.fetch.data.age.seconds", fetcher, f -> age(f.current()));
    gauge("cepa.fetch.consecutive.failures", fetcher, f -> failures(f.last()));
    gauge("cepa.fetch.quarantined.alike", fetcher, SourceFetcher::alikeInQuarantine);
    gauge("cepa.fetch.fenced", fetcher, f -> f.fenced() == null ? 0 : 1);
  }

  /// Counts an attempt.
  void attempted(FetchResult result) {
    SourceStatus status = result.status();
    String outcome = status.outcome().name().toLowerCase(Locale.ROOT);
    Timer.builder("cepa.fetch.duration")
        .tag("source", status.source())
        .tag("outcome", outcome)
        .register(registry)
        .record(Duration.ofMillis(status.durationMillis()));
    registry
        .counter("cepa.fetch.requests", "source", status.source())
        .increment((double) status.attempts());
    registry
        .counter("cepa.fetch.bytes", "source", status.source())
        .increment((double) status.bytes());
    registry
        .counter("cepa.fetch.attempts", "source", status.source(), "outcome", outcome)
        .increment();
  }

  private void gauge(
      String name,
      SourceFetcher fetcher,
      java.util.function.ToDoubleFunction<SourceFetcher> value) {
    Gauge.builder(name, fetcher, value).tag("source", fetcher.feed().source()).register(registry);
  }

  private double age(@Nullable SnapshotManifest snapshot) {
    return snapshot == null
        ? Double.NaN
        : Duration.between(snapshot.published(), clock.instant()).toMillis() / 1_000.0;
  }

  private static double failures(@Nullable FetchResult result) {
    return result == null ? 0 : result.status().consecutiveFailures();
  }
}
