package cepa.processor.model;

import cepa.model.SourceProvenance;
import cepa.model.SourceProvenance.State;
import cepa.processor.SourceReader;
import cepa.processor.SourceReader.AgeLimits;
import cepa.topic.SnapshotLedger;
import cepa.topic.SnapshotManifest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Chooses the snapshots of a cut: the newest accepted one of each source, if it is young enough at
/// the details snapshot's time. Pure: equal ledgers and cuts make equal choices.
public final class InputSelection {

  private final List<SourceReader<?>> readers;
  private final Set<String> disabled;
  private final String leading;

  /// @param leading id of the source whose published time is the model's moment
  /// @param disabled ids of sources that are not to be used
  public InputSelection(
      List<? extends SourceReader<?>> readers, Set<String> disabled, String leading) {
    this.readers =
        readers.stream()
            .sorted(Comparator.comparing((SourceReader<?> r) -> r.source()))
            .<SourceReader<?>>map(r -> r)
            .toList();
    this.disabled = Set.copyOf(disabled);
    this.leading = leading;
  }

  /// The choice below `cut`; empty if the leading source has nothing there.
  ///
  /// @param unusable snapshots that cannot be read: the ones before them are chosen instead
  public Optional<Chosen> at(SnapshotLedger ledger, long cut, Set<SnapshotManifest> unusable) {
    Map<String, SnapshotManifest> newest = new TreeMap<>();
    for (SourceReader<?> reader : readers) {
      ledger
          .newest(reader.source(), cut, snapshot -> !unusable.contains(snapshot))
          .ifPresent(snapshot -> newest.put(reader.source(), snapshot));
    }
    return chosen(cut, newest);
  }

  /// Exactly these snapshots, as an earlier build pinned them; empty if the leading one is gone.
  public Optional<Chosen> pinned(SnapshotLedger ledger, long cut, Map<String, String> inputs) {
    Map<String, SnapshotManifest> found = new TreeMap<>();
    inputs.forEach(
        (source, id) -> ledger.find(id).ifPresent(entry -> found.put(source, entry.manifest())));
    return chosen(cut, found);
  }

  private Optional<Chosen> chosen(long cut, Map<String, SnapshotManifest> newest) {
    SnapshotManifest details = newest.get(leading);
    if (details == null) {
      return Optional.empty();
    }
    Instant asOf = details.published();
    Map<String, SnapshotManifest> used = new TreeMap<>();
    List<SourceProvenance> provenance = new ArrayList<>();
    for (SourceReader<?> reader : readers) {
      String source = reader.source();
      SnapshotManifest snapshot = newest.get(source);
      State state =
          disabled.contains(source)
              ? State.DISABLED
              : snapshot == null
                  ? State.MISSING
                  : state(reader.limits(), snapshot.published(), asOf);
      if (snapshot != null && (state == State.FRESH || state == State.STALE)) {
        used.put(source, snapshot);
        provenance.add(
            new SourceProvenance(
                source, state, snapshot.id(), snapshot.published(), snapshot.records()));
      } else {
        provenance.add(new SourceProvenance(source, state, null, null, 0));
      }
    }
    return Optional.of(new Chosen(cut, asOf, used, provenance));
  }

  /// By the age at the model's moment; a snapshot newer than that is fresh.
  static State state(AgeLimits limits, Instant published, Instant asOf) {
    Duration age = Duration.between(published, asOf);
    if (age.compareTo(limits.unusable()) > 0) {
      return State.MISSING;
    }
    return age.compareTo(limits.stale()) > 0 ? State.STALE : State.FRESH;
  }

  /// Chosen snapshots.
  ///
  /// @param cut position on `cepa.snapshots` below which they were chosen
  /// @param asOf the model's moment
  /// @param snapshots by source
  /// @param provenance every known source, by id
  public record Chosen(
      long cut,
      Instant asOf,
      Map<String, SnapshotManifest> snapshots,
      List<SourceProvenance> provenance) {
    public Chosen {
      snapshots = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(snapshots));
      provenance = List.copyOf(provenance);
    }

    /// Snapshot ids by source.
    public Map<String, String> ids() {
      Map<String, String> ids = new TreeMap<>();
      snapshots.forEach((source, snapshot) -> ids.put(source, snapshot.id()));
      return ids;
    }
  }
}
