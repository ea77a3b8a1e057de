package cepa.standalone.facts;

import cepa.model.History;
import cepa.model.SiteSettings;
import cepa.processor.Analysis;
import cepa.processor.AnalysisEngine;
import cepa.processor.Inputs;
import cepa.processor.SourceReader;
import cepa.processor.model.InputSelection;
import cepa.processor.model.InputSelection.Chosen;
import cepa.processor.model.SnapshotData;
import cepa.processor.source.collectordescriptors.DescriptorsReader;
import cepa.processor.source.collectorvotes.VotesReader;
import cepa.processor.source.onionoodetails.Details;
import cepa.processor.source.onionoodetails.DetailsReader;
import cepa.processor.source.onionoouptime.UptimeReader;
import cepa.standalone.CommandFailure;
import cepa.standalone.ExitCode;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotLedger;
import cepa.topic.SnapshotManifest;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.TopicFollower;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Makes the model from the log as the processor does, with its readers and analyses, and keeps
/// everything made on the way.
public final class FactsModel {

  private final KafkaClients clients;
  private final List<SourceReader<?>> readers;
  private final AnalysisEngine engine;
  private final SiteSettings site;

  /// @param readers the sources to use
  /// @param analyses every analysis there is
  /// @param all every reader there is: their types are known to the analyses even if not used
  public FactsModel(
      KafkaClients clients,
      List<? extends SourceReader<?>> all,
      List<? extends SourceReader<?>> readers,
      List<? extends Analysis<?>> analyses,
      SiteSettings site) {
    this.clients = clients;
    this.readers = List.copyOf(readers);
    Set<Class<?>> given = new HashSet<>(Set.of(Inputs.class, SiteSettings.class, History.class));
    all.forEach(reader -> given.add(reader.makes()));
    this.engine = new AnalysisEngine(analyses, given);
    this.site = site;
  }

  /// The model of the newest accepted snapshots.
  ///
  /// @param clock the moment the model speaks of; null for the details' published time. Facts do
  ///   not depend on what was before, so the model has no history
  /// @throws CommandFailure if there are no details of relays
  public FactsInput make(@Nullable Instant clock) {
    var ledger = new SnapshotLedger();
    TopicFollower.readAll(clients, Topics.SNAPSHOTS, SnapshotEvent.class)
        .forEach(event -> ledger.fold(event.offset(), event.value()));
    Chosen chosen =
        new InputSelection(readers, Set.of(), DetailsReader.SOURCE)
            .at(ledger, SnapshotLedger.NOW, Set.of())
            .orElseThrow(() ->
                new CommandFailure(
                    ExitCode.NOTHING,
                    "There are no details of relays, so there are no facts: see what fetching said"
                        + " above"));
    Instant asOf = clock == null ? chosen.asOf() : clock;
    Map<Class<?>, Object> given = new HashMap<>();
    given.put(SiteSettings.class, site);
    given.put(History.class, History.empty());
    given.put(Inputs.class, new Inputs(asOf, chosen.snapshots(), chosen.provenance(), "none"));
    var data = new SnapshotData(clients);
    for (SourceReader<?> reader : readers) {
      SnapshotManifest snapshot = chosen.snapshots().get(reader.source());
      if (snapshot != null) {
        given.put(reader.makes(), asOf(data.load(reader, snapshot), asOf));
      }
    }
    return made(engine, given, raw(chosen.snapshots()));
  }

  /// What analyses make, and how to make it anew.
  ///
  /// @param given what they start from
  /// @param raw documents as upstream sent them
  static FactsInput made(
      AnalysisEngine engine, Map<Class<?>, Object> given, Map<Class<?>, Object> raw) {
    Map<Class<?>, Object> made = engine.run(given);
    made.putAll(raw);
    made.put(
        Remake.class,
        (Remake)
            change -> {
              Map<Class<?>, Object> other = new HashMap<>(given);
              change.accept(other);
              return made(engine, other, raw);
            });
    return new FactsInput(made);
  }

  private Map<Class<?>, Object> raw(Map<String, SnapshotManifest> snapshots) {
    Map<Class<?>, Object> raw = new HashMap<>();
    read(raw, snapshots, DetailsReader.SOURCE, RawDetails::read);
    read(raw, snapshots, UptimeReader.SOURCE, RawUptimes::read);
    read(raw, snapshots, VotesReader.SOURCE, RawVotes::read);
    read(raw, snapshots, DescriptorsReader.SOURCE, RawDescriptors::read);
    return raw;
  }

  private void read(
      Map<Class<?>, Object> raw,
      Map<String, SnapshotManifest> snapshots,
      String source,
      BiFunction<KafkaClients, SnapshotManifest, Object> reader) {
    SnapshotManifest snapshot = snapshots.get(source);
    if (snapshot != null) {
      Object read = reader.apply(clients, snapshot);
      raw.put(read.getClass(), read);
    }
  }

  /// Details speak of the model's moment: which relays are offline for too long depends on it.
  private static Object asOf(Object data, Instant asOf) {
    return data instanceof Details details
        ? new Details(details.snapshot(), asOf, details.relays(), details.rejected())
        : data;
  }
}
