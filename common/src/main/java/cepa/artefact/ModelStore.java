package cepa.artefact;

import cepa.digest.Sha256;
import cepa.error.PermanentException;
import cepa.json.Json;
import cepa.json.PackedJson;
import cepa.model.NetworkModel;
import cepa.model.Series;
import cepa.model.SeriesLookup;
import cepa.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Saves and loads models. Parts are content addressed: a part that is there already is not written
/// again.
public final class ModelStore {

  private static final String TYPE = "application/octet-stream";

  private final ObjectStore store;

  public ModelStore(ObjectStore store) {
    this.store = store;
  }

  public static String descriptorKey(String id) {
    return "models/" + id + ".json";
  }

  public static String partKey(String sha256) {
    return "models/parts/" + sha256;
  }

  public boolean exists(String id) {
    return store.head(descriptorKey(id)).isPresent();
  }

  /// @param series archives by name of their source, e.g. `onionoo-uptime`
  public ModelDescriptor save(String id, NetworkModel model, Map<String, SeriesArchive> series) {
    Map<String, String> parts = new TreeMap<>();
    parts.put(ModelDescriptor.CORE, putPart(PackedJson.pack(model)));
    series.forEach((name, archive) ->
        parts.put(ModelDescriptor.SERIES_PREFIX + name, putPart(archive.bytes())));
    var descriptor = new ModelDescriptor(id, parts, objects(model));
    store.put(descriptorKey(id), Json.bytes(descriptor), "application/json");
    return descriptor;
  }

  private static Map<String, Integer> objects(NetworkModel model) {
    return Map.of(
        "relay", model.relays().size(),
        "country", model.countries().size(),
        "as", model.networks().size());
  }

  /// @throws PermanentException if the model or one of its parts is not in the store
  public LoadedModel load(String id) {
    ModelDescriptor descriptor = descriptor(id);
    NetworkModel model = null;
    List<SeriesArchive> archives = new ArrayList<>();
    for (Map.Entry<String, String> part : descriptor.parts().entrySet()) {
      byte[] body = get(partKey(part.getValue()), id);
      if (part.getKey().equals(ModelDescriptor.CORE)) {
        model = PackedJson.unpack(body, NetworkModel.class);
      } else {
        archives.add(SeriesArchive.open(body));
      }
    }
    if (model == null) {
      throw new PermanentException("Model " + id + " has no core");
    }
    return new LoadedModel(
        id,
        model,
        relay -> {
          List<Series> all = new ArrayList<>();
          archives.forEach(archive -> all.addAll(archive.of(relay)));
          return all;
        });
  }

  public ModelDescriptor descriptor(String id) {
    return Json.read(get(descriptorKey(id), id), ModelDescriptor.class);
  }

  private byte[] get(String key, String model) {
    return store
        .get(key)
        .orElseThrow(() ->
            new PermanentException(
                "Model " + model + ": object " + key + " is missing from the object store"))
        .body();
  }

  private String putPart(byte[] body) {
    String digest = Sha256.hex(body);
    if (store.head(partKey(digest)).isEmpty()) {
      store.put(partKey(digest), body, TYPE);
    }
    return digest;
  }

  /// A model as a renderer uses it.
  ///
  /// @param series history graphs, read when asked for
  public record LoadedModel(String id, NetworkModel model, SeriesLookup series) {}
}
