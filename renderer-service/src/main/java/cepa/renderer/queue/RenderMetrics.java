package cepa.renderer.queue;

import cepa.build.ShardResult;
import cepa.renderer.stage.StagedShard;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;

/// Counts what a renderer does: `cepa_render_*` in Prometheus.
public final class RenderMetrics {

  private final MeterRegistry registry;

  public RenderMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void staged(StagedShard staged) {
    ShardResult.Staged result = staged.result();
    pages("rendered").increment(result.rendered());
    pages("kept").increment(staged.kept());
    pages("changed").increment(result.changed());
    bytes("raw").increment((double) result.rawBytes());
    bytes("stored").increment((double) result.storedBytes());
    bytes("pack").increment((double) result.packBytes());
    staged
        .nanosByStep()
        .forEach((step, nanos) ->
            registry.timer("cepa.render.step", "step", step).record(nanos, TimeUnit.NANOSECONDS));
  }

  void count(Outcome outcome) {
    String name =
        switch (outcome) {
          case Outcome.Report(ShardResult.Staged _) -> "staged";
          case Outcome.Report(ShardResult.Failed _) -> "failed";
          case Outcome.PassOver _ -> "passed_over";
          case Outcome.Again _ -> "again";
        };
    shards(name).increment();
  }

  void unreadable() {
    shards("unreadable").increment();
  }

  private Counter pages(String outcome) {
    return registry.counter("cepa.render.pages", "outcome", outcome);
  }

  private Counter bytes(String kind) {
    return registry.counter("cepa.render.bytes", "kind", kind);
  }

  private Counter shards(String outcome) {
    return registry.counter("cepa.render.shards", "outcome", outcome);
  }
}
