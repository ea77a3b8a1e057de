package cepa.testing.build;

import cepa.build.BuildManifest;
import cepa.build.BuildPlan;
import cepa.build.BuildStore;
import cepa.build.ManifestPart;
import cepa.build.PageEntry;
import cepa.digest.Sha256;
import cepa.json.PackedJson;
import cepa.store.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// A build made by hand: one part, one pack.
///
/// @param <B> the builder itself
public abstract class BuildByHand<B extends BuildByHand<B>> {

  private final String id;
  private final Instant asOf;
  private final ByteArrayOutputStream pack = new ByteArrayOutputStream();
  private final List<Body> bodies = new ArrayList<>();
  private final List<PageEntry> redirects = new ArrayList<>();
  private final List<String> assets = new ArrayList<>();
  private final Map<String, Integer> objects = new HashMap<>();
  private String prefix = "";

  protected BuildByHand(String id, Instant asOf) {
    this.id = id;
    this.asOf = asOf;
  }

  protected abstract B self();

  /// Every link of the build begins with this path.
  public final B under(String pathPrefix) {
    prefix = pathPrefix;
    return self();
  }

  /// Adds a page, or replaces the one that has its path.
  protected final B page(String family, String path, String type, String text) {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    byte[] stored = gzip(raw);
    without(path);
    bodies.add(new Body(family, path, type, raw, pack.size(), stored.length));
    pack.writeBytes(stored);
    return self();
  }

  public final B without(String path) {
    bodies.removeIf(b -> b.path().equals(path));
    return self();
  }

  public final B redirect(String path, String location) {
    redirects.add(
        new PageEntry(path, "test", null, 0, 0, "0".repeat(64), 0, "", "stamp", location));
    return self();
  }

  public final B asset(String name) {
    assets.add(name);
    return self();
  }

  /// Says how many objects the pages of a family speak of.
  protected final B objects(String family, int count) {
    objects.put(family, count);
    return self();
  }

  public final String id() {
    return id;
  }

  public final String packDigest() {
    return Sha256.hex(pack.toByteArray());
  }

  public final String packKey() {
    return BuildStore.packKey(packDigest());
  }

  /// By path.
  public final List<PageEntry> entries() {
    List<PageEntry> entries = new ArrayList<>(redirects);
    for (Body b : bodies) {
      entries.add(
          new PageEntry(
              b.path(),
              b.family(),
              packDigest(),
              b.offset(),
              b.length(),
              Sha256.hex(b.raw()),
              b.raw().length,
              b.type(),
              "stamp",
              null));
    }
    entries.sort(Comparator.comparing(PageEntry::path));
    return entries;
  }

  /// Puts everything but the pointer.
  public final B store(ObjectStore store) {
    store.put(packKey(), pack.toByteArray(), "application/octet-stream");
    byte[] part = PackedJson.pack(new ManifestPart(entries()));
    store.put(BuildStore.partKey(Sha256.hex(part)), part, "application/json");
    for (String asset : assets) {
      store.put(BuildStore.assetKey(asset), "body {}".getBytes(StandardCharsets.UTF_8), "text/css");
    }
    new BuildStore(store)
        .putManifest(
            new BuildManifest(
                id,
                asOf,
                plan(),
                List.of(Sha256.hex(part)),
                objects,
                bodies.size() + redirects.size(),
                0,
                0,
                assets));
    return self();
  }

  private BuildPlan plan() {
    return new BuildPlan(
        "model", "c0de", asOf, 7, Map.of(), "history", null, null, 1, true, prefix, "test", null);
  }

  private static byte[] gzip(byte[] raw) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(raw);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private record Body(
      String family, String path, String type, byte[] raw, int offset, int length) {}
}
