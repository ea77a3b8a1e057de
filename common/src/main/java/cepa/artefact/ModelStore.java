package cepa.artefact;

import cepa.concurrent.Parallel;
import cepa.digest.Sha256;
import cepa.error.PermanentException;
import cepa.json.Json;
import cepa.json.PackedJson;
import cepa.model.ModelPart;
import cepa.model.ModelParts;
import cepa.model.NetworkModel;
import cepa.model.Series;
import cepa.model.SeriesLookup;
import cepa.store.ObjectStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

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

  /// @param more what analyses made beside the core, at most one of a type
  /// @param series archives by name of their source, e.g. `onionoo-uptime`
  public ModelDescriptor save(
      String id,
      NetworkModel model,
      Collection<? extends ModelPart> more,
      Map<String, SeriesArchive> series) {
    Map<String, String> parts = new TreeMap<>();
    List<Unstored> all = new ArrayList<>();
    all.add(new Unstored(ModelDescriptor.CORE, () -> PackedJson.pack(model)));
    for (ModelPart part : more) {
      String name = ModelDescriptor.PART_PREFIX + ModelPart.name(part.getClass());
      all.add(new Unstored(name, () -> PackedJson.pack(part)));
    }
    series.forEach((name, archive) ->
        all.add(new Unstored(ModelDescriptor.SERIES_PREFIX + name, archive::bytes)));
    for (Stored part :
        Parallel.map(all, part -> new Stored(part.name, putPart(part.bytes.get())))) {
      if (parts.put(part.name, part.digest) != null) {
        throw new IllegalArgumentException("Two parts of a model are called " + part.name);
      }
    }
    var descriptor = new ModelDescriptor(id, parts, objects(model, more));
    store.put(descriptorKey(id), Json.bytes(descriptor), "application/json");
    return descriptor;
  }

  private record Unstored(String name, Supplier<byte[]> bytes) {}

  private record Stored(String name, String digest) {}

  private static Map<String, Integer> objects(
      NetworkModel model, Collection<? extends ModelPart> parts) {
    Map<String, Integer> objects = new TreeMap<>();
    objects.put("relay", model.relays().size());
    model.groups().forEach((kind, groups) -> objects.put(kind, groups.size()));
    parts.forEach(part -> objects.putAll(part.objects()));
    return objects;
  }

  /// @throws PermanentException if the model or one of its parts is not in the store
  public LoadedModel load(String id) {
    ModelDescriptor descriptor = descriptor(id);
    NetworkModel model = null;
    List<SeriesArchive> archives = new ArrayList<>();
    for (Map.Entry<String, String> part : descriptor.parts().entrySet()) {
      String key = partKey(part.getValue());
      if (part.getKey().equals(ModelDescriptor.CORE)) {
        model = PackedJson.unpack(get(key, id), NetworkModel.class);
      } else if (part.getKey().startsWith(ModelDescriptor.SERIES_PREFIX)) {
        archives.add(SeriesArchive.open(get(key, id)));
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
        },
        new StoredParts(id, descriptor));
  }

  /// Reads parts when they are first asked for, and keeps them.
  private final class StoredParts implements ModelParts {
    private final String id;
    private final ModelDescriptor descriptor;
    private final Map<Class<?>, Object> read = new HashMap<>();

    private StoredParts(String id, ModelDescriptor descriptor) {
      this.id = id;
      this.descriptor = descriptor;
    }

    @Override
    public synchronized <P extends ModelPart> P get(Class<P> type) {
      return type.cast(read.computeIfAbsent(type, _ -> unpack(type)));
    }

    private <P extends ModelPart> P unpack(Class<P> type) {
      String name = ModelDescriptor.PART_PREFIX + ModelPart.name(type);
      String digest = descriptor.parts().get(name);
      if (digest == null) {
        throw new PermanentException("Model " + id + " has no part " + name);
      }
      return PackedJson.unpack(ModelStore.this.get(partKey(digest), id), type);
    }
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
  /// @param parts the other parts, read when asked for
  public record LoadedModel(String id, NetworkModel model, SeriesLookup series, ModelParts parts) {}
}
