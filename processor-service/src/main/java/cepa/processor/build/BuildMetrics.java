package cepa.processor.build;

import cepa.build.BuildEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What monitoring sees of builds: `cepa_build_ended_total` by outcome, `cepa_build_stage_seconds`
/// by stage, and `cepa_build_live_age_seconds`, the age of the data that readers see.
final class BuildMetrics {

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final AtomicReference<@Nullable Instant> liveAsOf = new AtomicReference<>();

  BuildMetrics(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
    TimeGauge.builder("cepa.build.live.age", this::liveAge, TimeUnit.SECONDS)
        .description("age of the data of the live build; not a number before the first one")
        .register(registry);
  }

  /// What the time of a build goes into.
  enum Stage {
    /// Choosing inputs, reading snapshots, making and storing the model.
    PLAN,
    /// From the plan to the last staged shard.
    RENDER,
    /// The gate.
    CHECK,
    /// The switch.
    PUBLISH;

    private String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Times a step; one that fails is not counted, it is taken again.
  <T> T time(Stage stage, Supplier<T> step) {
    long began = System.nanoTime();
    T result = step.get();
    record(stage, Duration.ofNanos(System.nanoTime() - began));
    return result;
  }

  void record(Stage stage, Duration time) {
    Timer.builder("cepa.build.stage").tag("stage", stage.label()).register(registry).record(time);
  }

  /// Counts a build that came to its end by this event; others count nothing.
  void ended(BuildEvent event) {
    String outcome =
        switch (event) {
          case BuildEvent.Planned _, BuildEvent.Staged _, BuildEvent.Answered _ -> "";
          case BuildEvent.Checked checked -> checked.held().isEmpty() ? "" : "held";
          case BuildEvent.Live _ -> "live";
          case BuildEvent.Failed _ -> "failed";
          case BuildEvent.Superseded _ -> "superseded";
          case BuildEvent.Cancelled _ -> "cancelled";
          case BuildEvent.Refused _ -> "refused";
        };
    if (!outcome.isEmpty()) {
      registry.counter("cepa.build.ended", "outcome", outcome).increment();
    }
  }

  /// Readers see data of this moment.
  void live(Instant asOf) {
    liveAsOf.set(asOf);
  }

  private double liveAge() {
    Instant asOf = liveAsOf.get();
    return asOf == null ? Double.NaN : Duration.between(asOf, clock.instant()).toSeconds();
  }
}
