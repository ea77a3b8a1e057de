package cepa.processor.build;

import cepa.artefact.ModelStore;
import cepa.build.BuildStore;
import cepa.model.SiteSettings;
import cepa.processor.Analysis;
import cepa.processor.ProcessorSettings;
import cepa.processor.SourceReader;
import cepa.processor.history.HistoryStore;
import cepa.processor.kafka.KafkaBuildLog;
import cepa.processor.model.HistoryChain;
import cepa.processor.model.InputSelection;
import cepa.processor.model.ModelBuilder;
import cepa.processor.model.SnapshotData;
import cepa.processor.source.onionoodetails.DetailsReader;
import cepa.rule.AllowedToUseAFeature;
import cepa.store.ObjectStore;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.TopicCreator;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Puts a processor together from its parts.
@AllowedToUseAFeature("the details source leads every model: its time is the model's moment")
public final class ProcessorFactory {

  /// How long a renderer holds an assignment before it is given to another one.
  public static final Duration ASSIGNMENT_LOCK = Duration.ofSeconds(15);

  private final List<SourceReader<?>> readers;
  private final List<Analysis<?>> analyses;

  /// @param readers every source there is
  /// @param analyses every analysis there is
  public ProcessorFactory(List<SourceReader<?>> readers, List<Analysis<?>> analyses) {
    this.readers = List.copyOf(readers);
    this.analyses = List.copyOf(analyses);
  }

  /// What a processor runs in.
  public record Surroundings(InstantSource clock, MeterRegistry meters) {}

  /// @throws IllegalArgumentException if the settings name sources there are not, or leave out the
  ///   one nothing can be without
  public Processor processor(
      KafkaClients clients,
      ObjectStore objects,
      ProcessorSettings settings,
      String codeVersion,
      Surroundings surroundings) {
    InstantSource clock = surroundings.clock();
    var metrics = new BuildMetrics(surroundings.meters(), clock);
    var data = new SnapshotData(clients);
    var details =
        readers.stream()
            .filter(DetailsReader.class::isInstance)
            .map(DetailsReader.class::cast)
            .findFirst()
            .orElseThrow();
    Set<String> known = readers.stream().map(SourceReader::source).collect(Collectors.toSet());
    Set<String> disabled = disabled(known, settings.sources());
    var site =
        new SiteSettings(
            settings.baseUrlText(), settings.bandwidthUnit(), settings.filterDowntimeDays());
    var planner =
        new Planner(
            new InputSelection(readers, disabled, DetailsReader.SOURCE),
            new HistoryChain(new HistoryStore(objects), snapshot -> data.load(details, snapshot)),
            new ModelBuilder(
                readers,
                analyses,
                data,
                new ModelStore(objects),
                site,
                codeVersion,
                surroundings.meters()),
            new BuildStore(objects),
            new Planner.Shape(codeVersion, settings.shards(), pathPrefix(settings)));
    Set<String> awaited = new TreeSet<>(known);
    awaited.removeAll(disabled);
    var waits =
        new BuildTrigger.Waits(
            settings.automatic(),
            settings.quietPeriod(),
            settings.longestWait(),
            settings.firstGrace());
    var buildLog = new KafkaBuildLog(clients);
    var conductor =
        new Conductor(
            planner,
            new Finisher(objects, metrics, clock),
            new BuildTrigger(waits, awaited),
            new Conductor.Limits(codeVersion, settings.shardDeadline()),
            new Conductor.Telling(buildLog, metrics, clock));
    var collector =
        new GarbageCollector(
            objects, settings.retainedBuilds(), settings.retainedDays(), settings.garbageAge());
    Runnable prepare =
        () -> {
          var creator = new TopicCreator(clients);
          creator.ensureTopics(known);
          creator.ensureShareGroup(Topics.rendererGroup(codeVersion), ASSIGNMENT_LOCK);
        };
    return new Processor(
        clients, buildLog, conductor, new Processor.Setup(prepare, collector), clock);
  }

  private static Set<String> disabled(Set<String> known, Set<String> enabled) {
    for (String source : enabled) {
      if (!known.contains(source)) {
        throw new IllegalArgumentException(
            "cepa.processor.sources names '" + source + "'; there are " + new TreeSet<>(known));
      }
    }
    if (!enabled.isEmpty() && !enabled.contains(DetailsReader.SOURCE)) {
      throw new IllegalArgumentException(
          "cepa.processor.sources must name '"
              + DetailsReader.SOURCE
              + "': without it there are no relays");
    }
    Set<String> disabled = new TreeSet<>(known);
    disabled.removeAll(enabled);
    return enabled.isEmpty() ? Set.of() : disabled;
  }

  private static String pathPrefix(ProcessorSettings settings) {
    String base = settings.baseUrlText();
    String path = base == null ? null : URI.create(base).getPath();
    return path == null ? "" : path;
  }
}
