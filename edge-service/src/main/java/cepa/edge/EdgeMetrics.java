package cepa.edge;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Meters `cepa.edge.…`. Requests are counted by outcome, never by path: who reads what is nobody's
/// business.
final class EdgeMetrics {

  private final Map<Outcome, Timer> requests = new EnumMap<>(Outcome.class);

  EdgeMetrics(MeterRegistry registry, LiveSite live, PackCache packs) {
    Arrays.stream(Outcome.values())
        .forEach(outcome ->
            requests.put(
                outcome,
                Timer.builder("cepa.edge.requests")
                    .description("Requests answered, and the time until the body was handed on")
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .register(registry)));
    Gauge.builder("cepa.edge.live.paths", live, EdgeMetrics::paths)
        .description("Paths of the live build; NaN before the first")
        .register(registry);
    Gauge.builder("cepa.edge.live.activated", live, EdgeMetrics::activated)
        .description("When the live build was activated; NaN before the first")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("cepa.edge.degraded", live, l -> l.problem() == null ? 0 : 1)
        .description("1 while the live pointer cannot be followed")
        .register(registry);
    Gauge.builder("cepa.edge.cache.size", packs, PackCache::bytes)
        .description("Packs in memory")
        .baseUnit("bytes")
        .register(registry);
    FunctionCounter.builder("cepa.edge.cache.hits", packs, p -> p.stats().hitCount())
        .description("Bodies whose pack was in memory")
        .register(registry);
    FunctionCounter.builder("cepa.edge.cache.misses", packs, p -> p.stats().missCount())
        .description("Bodies whose pack had to be fetched")
        .register(registry);
  }

  void answered(Outcome outcome, long nanos) {
    Objects.requireNonNull(requests.get(outcome)).record(nanos, TimeUnit.NANOSECONDS);
  }

  private static double paths(LiveSite live) {
    LiveSite.Current current = live.current();
    return current == null ? Double.NaN : current.site().routes().size();
  }

  private static double activated(LiveSite live) {
    LiveSite.Current current = live.current();
    return current == null ? Double.NaN : current.live().activated().getEpochSecond();
  }
}
