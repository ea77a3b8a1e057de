package cepa.processor.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import cepa.artefact.ModelStore;
import cepa.build.BuildStore;
import cepa.build.ManifestPart;
import cepa.build.PageEntry;
import cepa.build.RenderAssignment;
import cepa.build.ShardResult;
import cepa.digest.Sha256;
import cepa.json.PackedJson;
import cepa.store.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// Stages shards that pass the gate: a few pages a shard, and in the first one everything that must
/// be there once. Pages differ by model, so that every model has packs of its own.
public final class ScriptedRenderer {

  private final ObjectStore objects;

  /// Pages of the first shard beside its own, by path.
  final Map<String, String> extra = new TreeMap<>();

  public ScriptedRenderer(ObjectStore objects) {
    this.objects = objects;
  }

  /// Puts pack and part into the store.
  public ShardResult.Staged render(RenderAssignment assignment) {
    Map<String, String> bodies = new TreeMap<>();
    int shard = assignment.shard();
    bodies.put("/page/" + shard + "/", "page " + shard + " of " + assignment.model());
    Map<String, Integer> counts = Map.of();
    if (shard == 0) {
      bodies.put("/", "home of " + assignment.model());
      bodies.put("/404.html", "nothing here");
      bodies.put("/robots.txt", "User-agent: *");
      bodies.putAll(extra);
      counts = new ModelStore(objects).descriptor(assignment.model()).objects();
    }
    return stage(assignment, bodies, counts);
  }

  private ShardResult.Staged stage(
      RenderAssignment assignment, Map<String, String> bodies, Map<String, Integer> counts) {
    var pack = new ByteArrayOutputStream();
    Map<String, byte[]> packed = new TreeMap<>();
    bodies.forEach((path, text) -> packed.put(path, gzip(body(path, text))));
    packed.values().forEach(pack::writeBytes);
    String digest = Sha256.hex(pack.toByteArray());
    objects.put(BuildStore.packKey(digest), pack.toByteArray(), "application/octet-stream");

    List<PageEntry> pages = new ArrayList<>();
    long offset = 0;
    long raw = 0;
    for (Map.Entry<String, byte[]> page : packed.entrySet()) {
      String path = page.getKey();
      byte[] body = body(path, bodies.getOrDefault(path, ""));
      String type = path.endsWith(".txt") ? "text/plain" : "text/html";
      pages.add(
          new PageEntry(
              path,
              "test",
              digest,
              offset,
              page.getValue().length,
              Sha256.hex(body),
              body.length,
              type,
              "stamp",
              null));
      offset += page.getValue().length;
      raw += body.length;
    }
    byte[] part = PackedJson.pack(new ManifestPart(pages));
    objects.put(BuildStore.partKey(Sha256.hex(part)), part, "application/gzip");
    objects.put(BuildStore.assetKey("site.css"), new byte[] {1}, "text/css");
    return new ShardResult.Staged(
        assignment.build(),
        assignment.shard(),
        Sha256.hex(part),
        counts,
        pages.size(),
        pages.size(),
        pages.size(),
        pack.size(),
        raw,
        pack.size(),
        List.of("site.css"),
        "renderer-1",
        5);
  }

  private static byte[] body(String path, String text) {
    return (path.endsWith(".txt") ? text : "<!doctype html><html>" + text + "</html>")
        .getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] body) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
