package cepa.processor.model;

import cepa.artefact.ModelStore;
import cepa.artefact.SeriesArchive;
import cepa.concurrent.Parallel;
import cepa.digest.Sha256;
import cepa.json.Json;
import cepa.model.History;
import cepa.model.ModelPart;
import cepa.model.NetworkModel;
import cepa.model.SiteSettings;
import cepa.model.SourceProvenance;
import cepa.processor.Analysis;
import cepa.processor.AnalysisEngine;
import cepa.processor.Inputs;
import cepa.processor.SourceReader;
import cepa.processor.model.InputSelection.Chosen;
import cepa.topic.DocumentRef;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Loads chosen snapshots, runs the analyses and stores the model, if it is not stored already.
public final class ModelBuilder {

  private static final Logger log = LoggerFactory.getLogger(ModelBuilder.class);
  private static final int ID_LENGTH = 32;

  private final List<SourceReader<?>> readers;
  private final AnalysisEngine engine;
  private final List<String> configurations;
  private final Snapshots data;
  private final ModelStore store;
  private final SiteSettings site;
  private final String codeVersion;
  private final MeterRegistry meters;
  private final AtomicInteger relays;

  public ModelBuilder(
      List<? extends SourceReader<?>> readers,
      List<? extends Analysis<?>> analyses,
      Snapshots data,
      ModelStore store,
      SiteSettings site,
      String codeVersion,
      MeterRegistry meters) {
    this.meters = meters;
    this.relays = Objects.requireNonNull(meters.gauge("cepa.model.relays", new AtomicInteger()));
    this.readers =
        readers.stream()
            .sorted(Comparator.comparing((SourceReader<?> r) -> r.source()))
            .<SourceReader<?>>map(r -> r)
            .toList();
    Set<Class<?>> given = new HashSet<>(Set.of(Inputs.class, SiteSettings.class, History.class));
    readers.forEach(reader -> given.add(reader.makes()));
    this.engine = new AnalysisEngine(analyses, given);
    this.configurations =
        analyses.stream()
            .filter(analysis -> !analysis.configuration().isEmpty())
            .map(analysis -> analysis.getClass().getName() + " " + analysis.configuration())
            .sorted()
            .toList();
    this.data = data;
    this.store = store;
    this.site = site;
    this.codeVersion = codeVersion;
  }

  /// The id a model of these inputs has: a digest of the inputs, the code version and the
  /// configuration.
  public String id(Chosen chosen, String history) {
    List<String> lines = new ArrayList<>();
    lines.add("code " + codeVersion);
    lines.add("site " + new String(Json.bytes(site), StandardCharsets.UTF_8));
    configurations.forEach(configuration -> lines.add("analysis " + configuration));
    lines.add("history " + history);
    for (SourceProvenance source : chosen.provenance()) {
      lines.add("source " + source.id() + " " + source.state() + " " + source.snapshot());
    }
    return Sha256.hex(lines).substring(0, ID_LENGTH);
  }

  /// Makes sure that the model is in the store.
  ///
  /// @return its id
  public String build(Chosen chosen, HistoryChain.Link history) {
    String id = id(chosen, history.id());
    if (store.exists(id)) {
      return id;
    }
    long began = System.nanoTime();
    Map<Class<?>, Object> given = new HashMap<>();
    given.put(SiteSettings.class, site);
    given.put(History.class, history.history());
    given.put(
        Inputs.class,
        new Inputs(chosen.asOf(), chosen.snapshots(), chosen.provenance(), history.id()));
    Map<String, SeriesArchive> series = new TreeMap<>();
    for (Loaded<?> loaded : load(chosen)) {
      loaded.addTo(given, series);
    }
    Map<Class<?>, Object> made = engine.run(given);
    NetworkModel model = (NetworkModel) made.get(NetworkModel.class);
    if (model == null) {
      throw new IllegalStateException("No analysis makes the model");
    }
    store.save(id, model, parts(made), series);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    meters.timer("cepa.model").record(took);
    relays.set(model.relays().size());
    log.info(
        "Model {} as of {}: {} relays, {} ms",
        id,
        model.asOf(),
        model.relays().size(),
        took.toMillis());
    return id;
  }

  /// What the analyses made for pages beside the core.
  private static List<ModelPart> parts(Map<Class<?>, Object> made) {
    return made.values().stream()
        .filter(ModelPart.class::isInstance)
        .map(ModelPart.class::cast)
        .toList();
  }

  /// Reads what a model of these inputs is made of, sources side by side. It stays in memory: the
  /// history and the model then find it there.
  public void readAhead(Chosen chosen) {
    List<Loaded<?>> _ = load(chosen);
  }

  private List<Loaded<?>> load(Chosen chosen) {
    return Parallel.map(largestFirst(chosen), reader -> load(reader, chosen));
  }

  /// So that no large one is left to the end, when the others have nothing to do.
  private List<SourceReader<?>> largestFirst(Chosen chosen) {
    return readers.stream()
        .sorted(
            Comparator.comparingLong((SourceReader<?> reader) -> bytes(reader, chosen)).reversed())
        .toList();
  }

  private static long bytes(SourceReader<?> reader, Chosen chosen) {
    var snapshot = chosen.snapshots().get(reader.source());
    return snapshot == null ? 0 : snapshot.documents().stream().mapToLong(DocumentRef::bytes).sum();
  }

  private <D> Loaded<D> load(SourceReader<D> reader, Chosen chosen) {
    var snapshot = chosen.snapshots().get(reader.source());
    return new Loaded<>(reader, snapshot == null ? null : data.load(reader, snapshot));
  }

  /// What a source gave.
  ///
  /// @param data null if the source is missing
  private record Loaded<D>(SourceReader<D> reader, @Nullable D data) {

    void addTo(Map<Class<?>, Object> given, Map<String, SeriesArchive> series) {
      if (data == null) {
        return;
      }
      given.put(reader.makes(), data);
      SeriesArchive archive = reader.series(data);
      if (archive != null) {
        series.put(reader.source(), archive);
      }
    }
  }
}
