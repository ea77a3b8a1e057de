package cepa.build;

import cepa.error.PermanentException;
import cepa.json.Json;
import cepa.json.PackedJson;
import cepa.store.ObjectStore;
import cepa.store.PreconditionFailedException;
import cepa.store.PutCondition;
import java.util.Optional;

/// Builds in the object store: where each object lies and how it is written.
public final class BuildStore {

  public static final String LIVE = "live.json";

  private final ObjectStore store;

  public BuildStore(ObjectStore store) {
    this.store = store;
  }

  public static String manifestKey(String build) {
    return "builds/" + build + "/manifest.json";
  }

  public static String partKey(String sha256) {
    return "parts/" + sha256;
  }

  public static String packKey(String sha256) {
    return "packs/" + sha256;
  }

  public static String assetKey(String name) {
    return "assets/" + name;
  }

  /// The live build and its entity tag; empty before the first build.
  public Optional<Live> live() {
    return store
        .get(LIVE)
        .map(object -> new Live(Json.read(object.body(), LiveBuild.class), object.etag()));
  }

  /// Replaces the pointer if it is still `expected`.
  ///
  /// @param expected what [#live] returned before; empty: there must be none yet
  /// @throws PreconditionFailedException if someone else was quicker
  public void setLive(Optional<Live> expected, LiveBuild live) {
    PutCondition condition =
        expected.map(e -> PutCondition.ifMatch(e.etag())).orElse(PutCondition.absent());
    store.put(LIVE, Json.bytes(live), "application/json", condition);
  }

  public Optional<BuildManifest> manifest(String build) {
    return store
        .get(manifestKey(build))
        .map(object -> Json.read(object.body(), BuildManifest.class));
  }

  public void putManifest(BuildManifest manifest) {
    store.put(manifestKey(manifest.build()), Json.bytes(manifest), "application/json");
  }

  /// @throws PermanentException if the part is not in the store, or damaged
  public ManifestPart part(String sha256) {
    byte[] body =
        store
            .get(partKey(sha256))
            .orElseThrow(() ->
                new PermanentException(
                    "Manifest part " + sha256 + " is missing from the object store"))
            .body();
    try {
      return PackedJson.unpack(body, ManifestPart.class);
    } catch (PermanentException e) {
      throw new PermanentException("Manifest part " + sha256 + ": " + e.getMessage(), e);
    }
  }

  /// The live pointer as read.
  public record Live(LiveBuild value, String etag) {}
}
