package cepa.renderer.stage;

import cepa.build.BuildStore;
import cepa.build.ManifestPart;
import cepa.build.PageEntry;
import cepa.json.PackedJson;
import cepa.renderer.stage.ShardStage.Body;
import cepa.store.ObjectStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The manifest part and the pack of a shard in the making. Not safe for several threads.
final class Part implements AutoCloseable {

  /// Stands for the pack being made, whose digest is known at the end only.
  private static final String OWN = "";

  private final List<PageEntry> entries = new ArrayList<>();
  private final ByteSink pack = new ByteSink(256 * 1024);
  private final Gzip gzip = new Gzip();
  private final BaseShard base;
  private final Digests digests;

  Part(BaseShard base, Digests digests) {
    this.base = base;
    this.digests = digests;
  }

  /// The pack so far.
  ByteSink pack() {
    return pack;
  }

  void keep(PageEntry entry) {
    entries.add(entry);
  }

  /// Adds a body: where the base has it, if it has the same bytes under that path; else packed.
  ///
  /// @return whether its bytes differ from the base's
  boolean add(Body body, byte[] bytes, int size) {
    String sha256 = digests.of(bytes, size);
    PageEntry before = base.get(body.path());
    if (before != null
        && before.pack() != null
        && before.sha256().equals(sha256)
        && before.type().equals(body.type())) {
      entries.add(entry(body, before.pack(), before.offset(), before.length(), sha256, size));
      return false;
    }
    int offset = pack.size();
    gzip.compress(bytes, size, pack);
    entries.add(entry(body, OWN, offset, pack.size() - offset, sha256, size));
    return true;
  }

  private static PageEntry entry(
      Body body, String pack, long offset, int length, String sha256, int size) {
    return new PageEntry(
        body.path(),
        body.family(),
        pack,
        offset,
        length,
        sha256,
        size,
        body.type(),
        body.stamp(),
        null);
  }

  /// Copies along what is left in packs of which less than a half is still used.
  void copySparse(Packs packs) {
    Map<String, Long> live = new HashMap<>();
    for (PageEntry entry : entries) {
      if (entry.pack() != null && !entry.pack().equals(OWN)) {
        live.merge(entry.pack(), (long) entry.length(), Long::sum);
      }
    }
    Map<String, byte[]> sparse = new HashMap<>();
    live.forEach((sha256, used) -> {
      if (2 * used < packs.size(sha256)) {
        sparse.put(sha256, packs.read(sha256));
      }
    });
    entries.replaceAll(entry -> {
      byte[] from = entry.pack() == null ? null : sparse.get(entry.pack());
      return from == null ? entry : copy(entry, from);
    });
  }

  private PageEntry copy(PageEntry entry, byte[] from) {
    int offset = pack.size();
    pack.write(from, Math.toIntExact(entry.offset()), entry.length());
    return located(entry, OWN, offset);
  }

  /// The digest of the pack; null if there is nothing to pack.
  @Nullable String packSha256() {
    return pack.size() == 0 ? null : digests.of(pack.array(), pack.size());
  }

  /// Puts the part, whether it is there or not: that refreshes its age.
  ///
  /// @param packSha256 of the pack, which is in the store already; null if there is none
  Stored store(ObjectStore store, @Nullable String packSha256) {
    if (packSha256 != null) {
      entries.replaceAll(
          entry -> OWN.equals(entry.pack()) ? located(entry, packSha256, entry.offset()) : entry);
    }
    entries.sort(Comparator.comparing(PageEntry::path));
    byte[] body = PackedJson.pack(new ManifestPart(entries));
    String sha256 = digests.of(body);
    store.put(BuildStore.partKey(sha256), body, "application/gzip");
    return new Stored(
        sha256,
        entries.size(),
        entries.stream().mapToLong(PageEntry::size).sum(),
        entries.stream().mapToLong(PageEntry::length).sum());
  }

  private static PageEntry located(PageEntry entry, String pack, long offset) {
    return new PageEntry(
        entry.path(),
        entry.family(),
        pack,
        offset,
        entry.length(),
        entry.sha256(),
        entry.size(),
        entry.type(),
        entry.stamp(),
        entry.location());
  }

  @Override
  public void close() {
    gzip.close();
  }

  /// A part in the store.
  record Stored(String sha256, int pages, long rawBytes, long storedBytes) {}
}
