package cepa.processor.history;

import cepa.digest.Sha256;
import cepa.json.PackedJson;
import cepa.model.History;
import cepa.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Histories in the object store: `histories/<snapshot>/<id>`. The snapshot in the key makes the
/// newest history before any moment findable, also when the log no longer reaches back to the first
/// snapshot.
public final class HistoryStore {

  /// Id of the history before any snapshot.
  public static final String GENESIS = "genesis";

  /// Prefix of all histories.
  public static final String PREFIX = "histories/";

  private final ObjectStore store;

  public HistoryStore(ObjectStore store) {
    this.store = store;
  }

  /// Id of the history after `snapshot`, given the one before it.
  public static String next(String previous, String snapshot) {
    String digest = Sha256.hex(List.of(previous, snapshot, "" + HistoryFold.VERSION));
    return "v" + HistoryFold.VERSION + "-" + digest.substring(0, 24);
  }

  public static String key(String snapshot, String id) {
    return PREFIX + snapshot + "/" + id;
  }

  /// Ids of the stored histories after `snapshot` by this version of the fold, in order. There are
  /// several if snapshots before it were rejected in the meantime.
  public List<String> find(String snapshot) {
    List<String> ids = new ArrayList<>();
    String prefix = PREFIX + snapshot + "/";
    store.list(
        prefix + "v" + HistoryFold.VERSION + "-",
        object -> ids.add(object.key().substring(prefix.length())));
    return ids.stream().sorted().toList();
  }

  public Optional<History> load(String snapshot, String id) {
    return store
        .get(key(snapshot, id))
        .map(object -> PackedJson.unpack(object.body(), History.class));
  }

  public void save(String id, History history) {
    String snapshot = history.snapshot();
    if (snapshot == null) {
      throw new IllegalArgumentException("The history before any snapshot is not stored");
    }
    store.put(key(snapshot, id), PackedJson.pack(history), "application/gzip");
  }
}
