package cepa.topic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What `cepa.snapshots` says, folded in offset order: every snapshot, and from which position on
/// it is used. A past moment is a cut: a position on that topic, below which everything counts and
/// above nothing. Folding a record twice changes nothing. Not safe for several threads.
public final class SnapshotLedger {

  /// The cut above everything there is.
  public static final long NOW = Long.MAX_VALUE;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private long end;

  /// Takes in the record at `offset`.
  public void fold(long offset, SnapshotEvent event) {
    end = Math.max(end, offset + 1);
    switch (event) {
      case SnapshotEvent.Published published -> published(offset, published.manifest());
      case SnapshotEvent.Accepted accepted ->
          decided(accepted.snapshot(), new Decision(offset, true, accepted.reason()));
      case SnapshotEvent.Rejected rejected ->
          decided(rejected.snapshot(), new Decision(offset, false, rejected.reason()));
    }
  }

  private void published(long offset, SnapshotManifest manifest) {
    Entry known = entries.get(manifest.id());
    if (known == null) {
      List<Decision> decisions =
          manifest.quarantine() == null ? List.of(new Decision(offset, true, null)) : List.of();
      entries.put(manifest.id(), new Entry(manifest, offset, decisions));
    } else if (offset > known.published) {
      // Published again at half retention: the newer ranges live longer, the position stays.
      entries.put(manifest.id(), new Entry(manifest, known.published, known.decisions));
    }
  }

  /// A decision that changes nothing is passed over: what is in use keeps the position from which
  /// it is. The first one always changes something: the snapshot no longer waits.
  private void decided(String snapshot, Decision decision) {
    Entry known = entries.get(snapshot);
    if (known != null
        && decision.offset > known.decided()
        && (known.decisions.isEmpty() || decision.used != known.isAccepted(NOW))) {
      List<Decision> decisions = new ArrayList<>(known.decisions);
      decisions.add(decision);
      entries.put(snapshot, new Entry(known.manifest, known.published, decisions));
    }
  }

  /// The position after the last record folded in: the cut that holds exactly what was heard so
  /// far, and still does when more has come.
  public long end() {
    return end;
  }

  /// Every snapshot, in order of first publication.
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  public Optional<Entry> find(String snapshot) {
    return Optional.ofNullable(entries.get(snapshot));
  }

  /// The snapshots of a source used below a cut, in the order in which they came into use.
  public List<Entry> accepted(String source, long cut) {
    List<Entry> accepted = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (entry.manifest.source().equals(source) && entry.isAccepted(cut)) {
        accepted.add(entry);
      }
    }
    accepted.sort(Comparator.comparingLong(entry -> entry.usedSince(cut)));
    return accepted;
  }

  /// The newest snapshot of a source used below a cut, by upstream's own time, then by position.
  public Optional<SnapshotManifest> newest(String source, long cut) {
    return newest(source, cut, _ -> true);
  }

  /// Like [#newest(String, long)], of those that fit a condition.
  public Optional<SnapshotManifest> newest(
      String source, long cut, Predicate<SnapshotManifest> condition) {
    return accepted(source, cut).stream()
        .filter(entry -> condition.test(entry.manifest))
        .max(
            Comparator.comparing((Entry e) -> e.manifest.published())
                .thenComparingLong(e -> e.usedSince(cut)))
        .map(Entry::manifest);
  }

  /// The cut for a moment: just below the snapshot of `source` that came into use after the newest
  /// one published at or before `time`. Empty if none is that old.
  public Optional<Long> cutAsOf(String source, Instant time) {
    List<Entry> accepted = accepted(source, NOW);
    int newest = -1;
    for (int i = 0; i < accepted.size(); i++) {
      if (!accepted.get(i).manifest.published().isAfter(time)) {
        newest = i;
      }
    }
    if (newest < 0) {
      return Optional.empty();
    }
    return Optional.of(
        newest + 1 < accepted.size() ? accepted.get(newest + 1).usedSince(NOW) : NOW);
  }

  /// A snapshot and its standing.
  ///
  /// @param manifest the newest manifest under its id
  /// @param published offset of its first manifest
  /// @param decisions when it came into use and when it went out of it again, in order; empty while
  ///   in quarantine
  public record Entry(SnapshotManifest manifest, long published, List<Decision> decisions) {
    public Entry {
      decisions = List.copyOf(decisions);
    }

    /// Whether it is used below this cut.
    public boolean isAccepted(long cut) {
      Decision last = last(cut);
      return last != null && last.used;
    }

    /// Offset from which it is or last was used; null if it never was.
    public @Nullable Long accepted() {
      return decisions.stream()
          .filter(Decision::used)
          .map(Decision::offset)
          .reduce((_, later) -> later)
          .orElse(null);
    }

    /// Offset from which it is no longer used; null if it is, or nobody decided yet.
    public @Nullable Long rejected() {
      Decision last = last(NOW);
      return last == null || last.used ? null : last.offset;
    }

    /// Offset of the last decision about it; of its manifest if there was none.
    public long decided() {
      return decisions.isEmpty() ? published : decisions.getLast().offset;
    }

    /// Who or what decided last; null if nobody had to.
    public @Nullable String reason() {
      return decisions.isEmpty() ? null : decisions.getLast().reason;
    }

    private @Nullable Decision last(long cut) {
      Decision last = null;
      for (Decision decision : decisions) {
        if (decision.offset < cut) {
          last = decision;
        }
      }
      return last;
    }

    private long usedSince(long cut) {
      Decision last = last(cut);
      return last == null ? NOW : last.offset;
    }
  }

  /// A snapshot comes into use or goes out of it.
  ///
  /// @param offset where this takes effect
  /// @param used true: it is used from here on
  /// @param reason who or what decided; null if it was in use from the start
  public record Decision(long offset, boolean used, @Nullable String reason) {}
}
