package cepa.edge;

import cepa.build.BuildManifest;
import cepa.build.BuildPlan;
import cepa.build.BuildStore;
import cepa.build.LiveBuild;
import cepa.build.ManifestPart;
import cepa.build.PageEntry;
import cepa.digest.Sha256;
import cepa.json.Json;
import cepa.store.ObjectStore;
import cepa.testing.search.SearchSample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// A build made by hand: one part, one pack.
final class TestBuild {

  static final Instant AS_OF = Instant.parse("2026-01-02T03:00:00Z");
  static final Instant ACTIVATED = Instant.parse("2026-01-02T03:04:05Z");
  static final String HTML = "text/html; charset=utf-8";
  static final String JSON = "application/json; charset=utf-8";

  private static final String FRAME =
      "<!doctype html><title>Search</title><input value=\"[[query]]\"><main>[[content]]</main>";

  private final String id;
  private String prefix = "";
  private final ByteArrayOutputStream pack = new ByteArrayOutputStream();
  private final List<Body> bodies = new ArrayList<>();
  private final List<PageEntry> redirects = new ArrayList<>();

  TestBuild(String id) {
    this.id = id;
  }

  /// The build number `number`, of which every body names the number.
  static TestBuild numbered(int number) {
    return new TestBuild(id(number))
        .html("/", "home " + number)
        .html("/404.html", "nothing here " + number)
        .html("/404-relay.html", "no such relay " + number);
  }

  static String id(int number) {
    return "20260102t03%04dz-%06x".formatted(number, number);
  }

  /// Every link of the build begins with this path.
  TestBuild under(String pathPrefix) {
    prefix = pathPrefix;
    return this;
  }

  TestBuild html(String path, String text) {
    return body(path, HTML, text);
  }

  TestBuild body(String path, String type, String text) {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    byte[] stored = gzip(raw);
    bodies.add(new Body(path, type, raw, pack.size(), stored.length));
    pack.writeBytes(stored);
    return this;
  }

  /// The sample index of search, and a frame for answers.
  TestBuild searchable() {
    SearchSample.files()
        .forEach((path, file) -> body(path, JSON, new String(file, StandardCharsets.UTF_8)));
    return html("/search/frame.html", FRAME);
  }

  TestBuild redirect(String path, String location) {
    redirects.add(
        new PageEntry(path, "test", null, 0, 0, "0".repeat(64), 0, "", "stamp", location));
    return this;
  }

  String packDigest() {
    return Sha256.hex(pack.toByteArray());
  }

  /// Puts everything but the pointer.
  TestBuild store(ObjectStore store) {
    store.put(BuildStore.packKey(packDigest()), pack.toByteArray(), "application/octet-stream");
    byte[] part = gzip(Json.bytes(new ManifestPart(entries())));
    store.put(BuildStore.partKey(Sha256.hex(part)), part, "application/json");
    var plan =
        new BuildPlan(
            "model", "c0de", AS_OF, 7, Map.of(), "history", null, null, 1, true, prefix, "test",
            null);
    new BuildStore(store)
        .putManifest(
            new BuildManifest(
                id,
                AS_OF,
                plan,
                List.of(Sha256.hex(part)),
                Map.of(),
                bodies.size() + redirects.size(),
                0,
                0,
                List.of()));
    return this;
  }

  /// Puts everything and makes it live.
  TestBuild live(ObjectStore store) {
    store(store);
    point(store, id, false);
    return this;
  }

  static void point(ObjectStore store, String build, boolean hold) {
    var builds = new BuildStore(store);
    builds.setLive(builds.live(), new LiveBuild(build, null, ACTIVATED, hold));
  }

  List<PageEntry> entries() {
    List<PageEntry> entries = new ArrayList<>(redirects);
    for (Body b : bodies) {
      entries.add(
          new PageEntry(
              b.path(),
              "test",
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

  private static byte[] gzip(byte[] raw) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(raw);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private record Body(String path, String type, byte[] raw, int offset, int length) {}
}
