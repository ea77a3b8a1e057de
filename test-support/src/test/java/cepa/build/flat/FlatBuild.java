package cepa.build.flat;

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
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// A build made by hand: one part and one pack. Pages of family `relay` are objects.
final class FlatBuild {

  private final String id;
  private final ByteArrayOutputStream pack = new ByteArrayOutputStream();
  private final List<Body> bodies = new ArrayList<>();
  private final List<PageEntry> redirects = new ArrayList<>();
  private final List<String> assets = new ArrayList<>();
  private String prefix = "";

  FlatBuild(String id) {
    this.id = id;
  }

  /// A small site of all kinds of files.
  static FlatBuild site(String id) {
    return new FlatBuild(id)
        .page("relay", "/relay/A/", "relay A")
        .page("relay", "/relay/A/index.json", "{}")
        .page("relay", "/relay/B/", "relay B")
        .page("listing", "/misc/all/", "all relays")
        .page("top", "/top500.html", "top 500")
        .page("home", "/", "home")
        .page("home", "/index.json", "{\"home\":true}")
        .page("document", "/robots.txt", "robots")
        .page("document", "/sitemap.xml", "<urlset/>")
        .redirect("/family/B/", "/family/A/")
        .redirect("/misc/old.html", "/misc/all/")
        .asset("site.0123abcd.css");
  }

  FlatBuild page(String family, String path, String text) {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    byte[] stored = gzip(raw);
    bodies.removeIf(b -> b.path().equals(path));
    bodies.add(new Body(family, path, raw, pack.size(), stored.length));
    pack.writeBytes(stored);
    return this;
  }

  FlatBuild without(String path) {
    bodies.removeIf(b -> b.path().equals(path));
    return this;
  }

  FlatBuild redirect(String path, String location) {
    redirects.add(
        new PageEntry(path, "test", null, 0, 0, "0".repeat(64), 0, "", "stamp", location));
    return this;
  }

  FlatBuild asset(String name) {
    assets.add(name);
    return this;
  }

  FlatBuild under(String pathPrefix) {
    prefix = pathPrefix;
    return this;
  }

  String packKey() {
    return BuildStore.packKey(Sha256.hex(pack.toByteArray()));
  }

  /// Puts everything; returns the build's id.
  String store(ObjectStore store) {
    store.put(packKey(), pack.toByteArray(), "application/octet-stream");
    byte[] part = PackedJson.pack(new ManifestPart(entries()));
    store.put(BuildStore.partKey(Sha256.hex(part)), part, "application/json");
    for (String asset : assets) {
      store.put(BuildStore.assetKey(asset), "body {}".getBytes(StandardCharsets.UTF_8), "text/css");
    }
    var plan =
        new BuildPlan(
            "model",
            "c0de",
            Instant.EPOCH,
            7,
            Map.of(),
            "history",
            null,
            null,
            1,
            true,
            prefix,
            "test",
            null);
    new BuildStore(store)
        .putManifest(
            new BuildManifest(
                id,
                Instant.EPOCH,
                plan,
                List.of(Sha256.hex(part)),
                Map.of("relay", 2),
                bodies.size() + redirects.size(),
                0,
                0,
                assets));
    return id;
  }

  private List<PageEntry> entries() {
    List<PageEntry> entries = new ArrayList<>(redirects);
    for (Body b : bodies) {
      entries.add(
          new PageEntry(
              b.path(),
              b.family(),
              Sha256.hex(pack.toByteArray()),
              b.offset(),
              b.length(),
              Sha256.hex(b.raw()),
              b.raw().length,
              "text/html",
              "stamp",
              null));
    }
    return entries;
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

  private record Body(String family, String path, byte[] raw, int offset, int length) {}
}
