package cepa.bench.growth;

import cepa.artefact.ModelDescriptor;
import cepa.artefact.ModelStore;
import cepa.bench.Stopwatch;
import cepa.bench.make.BuildWish;
import cepa.build.BuildLedger;
import cepa.processor.Analysis;
import cepa.processor.ProcessorSettings;
import cepa.processor.SourceReader;
import cepa.processor.build.ProcessorFactory;
import cepa.processor.build.ProcessorFactory.Surroundings;
import cepa.processor.source.onionoodetails.DetailsReader;
import cepa.store.ObjectStore;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotLedger;
import cepa.topic.SnapshotManifest;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.SnapshotReader;
import cepa.topic.kafka.TopicFollower;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// Lets real processors make models of what is on a log, each from a request to the plan they tell.
final class ModelMaker {

  /// A processor that has run for some hours; the last run counts.
  private static final int WARM_RUNS = 4;

  private final KafkaClients clients;
  private final ObjectStore objects;
  private final StepTimes times = new StepTimes();

  ModelMaker(KafkaClients clients, ObjectStore objects) {
    this.clients = clients;
    this.objects = objects;
  }

  ModelRun run() throws InterruptedException {
    try (var context =
        new AnnotationConfigApplicationContext(
            "cepa.processor.source", "cepa.processor.analysis")) {
      Stopwatch cold = made(context, "bench-cold").took();
      Made warm = made(context, "bench-0");
      for (int i = 1; i < WARM_RUNS; i++) {
        warm = made(context, "bench-" + i);
      }
      // Last, so that it runs as warm as what it is held against.
      Stopwatch limit = Stopwatch.start();
      long records = readAll();
      limit = limit.lap();
      Stopwatch load = Stopwatch.start();
      var loaded = new ModelStore(objects).load(warm.model());
      load = load.lap();
      long with = Memory.live();
      int relays = loaded.model().relays().size();
      loaded = null;
      return new ModelRun(
          relays,
          records,
          limit.wall(),
          limit.cpu(),
          cold.wall(),
          cold.cpu(),
          warm.took().wall(),
          warm.took().cpu(),
          warm.liveHeap(),
          Memory.peakResident(),
          artefact(warm.model()),
          load.wall(),
          with - Memory.live(),
          warm.steps());
    }
  }

  private record Made(String model, Stopwatch took, long liveHeap, List<Step> steps) {}

  /// A processor of code of its own knows nothing of the models of others.
  private Made made(AnnotationConfigApplicationContext context, String code)
      throws InterruptedException {
    List<SourceReader<?>> readers = new ArrayList<>();
    context.getBeansOfType(SourceReader.class).values().forEach(r -> readers.add(timed(r)));
    List<Analysis<?>> analyses = new ArrayList<>();
    context
        .getBeansOfType(Analysis.class)
        .values()
        .forEach(a -> analyses.add(new TimedAnalysis<>((Analysis<?>) a, times)));
    var surroundings = new Surroundings(InstantSource.system(), new SimpleMeterRegistry());
    try (var processor =
        new ProcessorFactory(readers, analyses)
            .processor(clients, objects, settings(), code, surroundings)) {
      processor.start();
      while (!processor.isReady()) {
        Thread.sleep(50);
      }
      times.begin();
      Stopwatch watch = Stopwatch.start();
      BuildLedger.Entry build = new BuildWish(clients).planned();
      Stopwatch took = watch.lap();
      return new Made(build.plan().model(), took, Memory.live(), times.steps());
    }
  }

  /// The factory asks for the reader of details by its class, so that one is not wrapped; its time
  /// is among all else.
  private SourceReader<?> timed(SourceReader<?> reader) {
    return reader instanceof DetailsReader ? reader : new TimedReader<>(reader, times);
  }

  private static ProcessorSettings settings() {
    var properties = new MapConfigurationPropertySource(Map.of("cepa.processor.automatic", false));
    return new Binder(properties).bindOrCreate("cepa.processor", ProcessorSettings.class);
  }

  /// Reads the newest snapshot of every source and does nothing with it.
  private long readAll() {
    var ledger = new SnapshotLedger();
    TopicFollower.readAll(clients, Topics.SNAPSHOTS, SnapshotEvent.class)
        .forEach(event -> ledger.fold(event.offset(), event.value()));
    var count = new long[1];
    try (var reader = new SnapshotReader(clients)) {
      ledger.entries().stream()
          .map(entry -> entry.manifest().source())
          .distinct()
          .map(source -> ledger.newest(source, SnapshotLedger.NOW).orElse(null))
          .filter(Objects::nonNull)
          .forEach((SnapshotManifest newest) -> reader.read(newest, (_, _, _) -> count[0]++));
    }
    return count[0];
  }

  private long artefact(String model) {
    ModelDescriptor descriptor = new ModelStore(objects).descriptor(model);
    return descriptor.parts().values().stream()
        .mapToLong(part -> objects.head(ModelStore.partKey(part)).orElseThrow().size())
        .sum();
  }
}
