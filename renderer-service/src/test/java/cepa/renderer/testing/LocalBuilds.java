package cepa.renderer.testing;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.build.BuildManifest;
import cepa.build.BuildPlan;
import cepa.build.BuildStore;
import cepa.build.PageEntry;
import cepa.build.RenderAssignment;
import cepa.build.ShardResult;
import cepa.error.PermanentException;
import cepa.renderer.PageFamily;
import cepa.renderer.asset.Assets;
import cepa.renderer.stage.Progress;
import cepa.renderer.stage.ShardRenderer;
import cepa.renderer.stage.SiteCache;
import cepa.renderer.stage.StagedShard;
import cepa.renderer.stage.Twins;
import cepa.renderer.template.SiteTemplates;
import cepa.store.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Whole builds in one thread: every shard rendered, the manifest written.
public final class LocalBuilds {

  public static final int MAX_PAGE_BYTES = 100_000;

  private static final Assets ASSETS =
      new Assets(Map.of("cepa.css", "body{}".getBytes(StandardCharsets.UTF_8)));

  private final ObjectStore store;
  private final int shards;
  private final Map<String, LoadedModel> models = new HashMap<>();
  private final ShardRenderer renderer;
  private String codeVersion = "code-1";

  public LocalBuilds(ObjectStore store, int shards, PageFamily... families) {
    this(store, shards, List.of(families), ASSETS, plain());
  }

  public LocalBuilds(
      ObjectStore store,
      int shards,
      List<PageFamily> families,
      Assets assets,
      ShardRenderer.Output output) {
    this.store = store;
    this.shards = shards;
    var limits = new SiteCache.Limits(2, 64 << 20);
    var sites = new SiteCache(this::model, families, assets, limits);
    this.renderer = new ShardRenderer(store, sites, assets, output);
  }

  private static ShardRenderer.Output plain() {
    return new ShardRenderer.Output(
        new SiteTemplates(List.of(), ASSETS), new Twins(List.of()), "test", MAX_PAGE_BYTES);
  }

  public LocalBuilds codeVersion(String value) {
    codeVersion = value;
    return this;
  }

  private LoadedModel model(String id) {
    LoadedModel model = models.get(id);
    if (model == null) {
      throw new PermanentException("There is no model " + id);
    }
    return model;
  }

  public ShardRenderer renderer() {
    return renderer;
  }

  /// Makes a model known and names it.
  public String add(LoadedModel model) {
    models.put(model.id(), model);
    return model.id();
  }

  public RenderAssignment assignment(
      String build, int shard, LoadedModel model, @Nullable String base) {
    return new RenderAssignment(build, shard, shards, add(model), base, codeVersion);
  }

  /// Renders every shard and stores the manifest.
  public Finished build(String build, LoadedModel model, @Nullable String base) {
    List<StagedShard> staged = new ArrayList<>();
    for (int shard = 0; shard < shards; shard++) {
      staged.add(renderer.render(assignment(build, shard, model, base), Progress.ignored()));
    }
    List<ShardResult.Staged> results = staged.stream().map(StagedShard::result).toList();
    var plan =
        new BuildPlan(
            model.id(),
            codeVersion,
            Instant.EPOCH,
            0,
            Map.of(),
            "",
            base,
            null,
            shards,
            true,
            "",
            "test",
            null);
    var builds = new BuildStore(store);
    builds.putManifest(
        new BuildManifest(
            build,
            Instant.EPOCH,
            plan,
            results.stream().map(ShardResult.Staged::part).toList(),
            Map.of(),
            0,
            0,
            0,
            List.of()));
    Map<String, Long> steps = new TreeMap<>();
    staged.forEach(
        shard -> shard.nanosByStep().forEach((step, nanos) -> steps.merge(step, nanos, Long::sum)));
    return new Finished(store, results, steps);
  }

  /// A build whose shards are all in the store.
  ///
  /// @param steps nanoseconds by step, over all shards
  public record Finished(
      ObjectStore store, List<ShardResult.Staged> shards, Map<String, Long> steps) {

    public int rendered() {
      return shards.stream().mapToInt(ShardResult.Staged::rendered).sum();
    }

    public int changed() {
      return shards.stream().mapToInt(ShardResult.Staged::changed).sum();
    }

    public long packBytes() {
      return shards.stream().mapToLong(ShardResult.Staged::packBytes).sum();
    }

    public int objects(String family) {
      return shards.stream().mapToInt(s -> s.objects().getOrDefault(family, 0)).sum();
    }

    public Map<String, PageEntry> entries() {
      Map<String, PageEntry> entries = new TreeMap<>();
      var builds = new BuildStore(store);
      shards.forEach(shard ->
          builds.part(shard.part()).pages().forEach(entry -> entries.put(entry.path(), entry)));
      return entries;
    }

    /// Everything a reader can get: type and body of each path, or where it leads.
    public Map<String, String> site() {
      Map<String, String> site = new TreeMap<>();
      entries()
          .forEach((path, entry) ->
              site.put(
                  path,
                  entry.isRedirect()
                      ? "-> " + entry.location()
                      : entry.type() + "\n" + text(entry) + entry.sha256()));
      return site;
    }

    public String text(String path) {
      PageEntry entry = entries().get(path);
      if (entry == null) {
        throw new AssertionError("No page " + path + " among " + entries().keySet());
      }
      return text(entry);
    }

    private String text(PageEntry entry) {
      return new String(body(entry), StandardCharsets.UTF_8);
    }

    /// The uncompressed body of an entry.
    public byte[] body(PageEntry entry) {
      String pack = entry.pack();
      if (pack == null) {
        throw new AssertionError(entry.path() + " has no body");
      }
      byte[] packed =
          store.getRange(BuildStore.packKey(pack), entry.offset(), entry.length()).orElseThrow();
      try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
