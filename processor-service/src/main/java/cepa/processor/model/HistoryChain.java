package cepa.processor.model;

import cepa.error.PermanentException;
import cepa.model.History;
import cepa.processor.history.HistoryFold;
import cepa.processor.history.HistoryStore;
import cepa.processor.source.onionoodetails.Details;
import cepa.processor.source.onionoodetails.DetailsReader;
import cepa.rule.AllowedToUseAFeature;
import cepa.topic.SnapshotLedger;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotUnusableException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The history at any cut: from the newest stored one at or before it, folding in every accepted
/// details snapshot since, in log order. Not safe for several threads.
@AllowedToUseAFeature("histories are a fold over the details source, which leads every model")
public final class HistoryChain {

  private static final Logger log = LoggerFactory.getLogger(HistoryChain.class);

  private final HistoryStore store;
  private final Loader loader;
  private Link newest = new Link("", HistoryStore.GENESIS, History.empty());

  /// Ids of the snapshots [#newest] was made of, unreadable ones included.
  private List<String> newestOf = List.of();

  /// Loads a details snapshot.
  @FunctionalInterface
  public interface Loader {
    Details load(SnapshotManifest snapshot);
  }

  public HistoryChain(HistoryStore store, Loader loader) {
    this.store = store;
    this.loader = loader;
  }

  /// The history after the newest details snapshot accepted below `cut`; stored when this returns.
  ///
  /// @throws PermanentException if none was accepted there, or none of them can be read
  public Link at(SnapshotLedger ledger, long cut) {
    List<SnapshotManifest> accepted =
        ledger.accepted(DetailsReader.SOURCE, cut).stream()
            .map(SnapshotLedger.Entry::manifest)
            .toList();
    List<String> ids = accepted.stream().map(SnapshotManifest::id).toList();
    Link link = new Link("", HistoryStore.GENESIS, History.empty());
    int next = ids.size();
    while (next > 0) {
      if (ids.subList(0, next).equals(newestOf)) {
        link = newest;
        break;
      }
      Optional<Link> known = stored(ids, next - 1);
      if (known.isPresent()) {
        link = known.get();
        break;
      }
      next--;
    }
    for (SnapshotManifest snapshot : accepted.subList(next, accepted.size())) {
      link = extend(link, snapshot);
    }
    if (link.id().equals(HistoryStore.GENESIS)) {
      throw new PermanentException("No details snapshot that can be read was accepted by then");
    }
    newest = link;
    newestOf = ids;
    return link;
  }

  private Optional<Link> stored(List<String> ids, int index) {
    String snapshot = ids.get(index);
    for (String id : store.find(snapshot)) {
      if (isLinked(ids, index, id)) {
        try {
          Optional<Link> link =
              store.load(snapshot, id).map(history -> new Link(snapshot, id, history));
          if (link.isPresent()) {
            return link;
          }
        } catch (PermanentException e) {
          log.warn("History {} is made again: {}", HistoryStore.key(snapshot, id), e.getMessage());
        }
      }
    }
    return Optional.empty();
  }

  /// Whether a stored history was made of these snapshots and no others. What is no longer stored
  /// before it is taken on trust.
  private boolean isLinked(List<String> ids, int index, String id) {
    List<String> before = index == 0 ? List.of() : store.find(ids.get(index - 1));
    return before.isEmpty()
        || before.stream()
            .anyMatch(previous ->
                HistoryStore.next(previous, ids.get(index)).equals(id)
                    && isLinked(ids, index - 1, previous));
  }

  private Link extend(Link before, SnapshotManifest snapshot) {
    Details details;
    try {
      details = loader.load(snapshot);
    } catch (SnapshotUnusableException e) {
      // It can no longer be read, so the history cannot know what it said; the next one tells the
      // sum.
      log.warn("History goes on without {}: {}", snapshot.id(), e.getMessage());
      return before;
    }
    History history = HistoryFold.fold(before.history(), details);
    String id = HistoryStore.next(before.id(), snapshot.id());
    store.save(id, history);
    return new Link(snapshot.id(), id, history);
  }

  /// A history and where it stands.
  ///
  /// @param snapshot id of the last snapshot in it
  public record Link(String snapshot, String id, History history) {}
}
