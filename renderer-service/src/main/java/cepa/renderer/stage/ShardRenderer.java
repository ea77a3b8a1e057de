package cepa.renderer.stage;

import cepa.build.BuildStore;
import cepa.build.RenderAssignment;
import cepa.error.PermanentException;
import cepa.renderer.asset.AssetPublisher;
import cepa.renderer.asset.Assets;
import cepa.renderer.stage.SitePlan.Planned;
import cepa.renderer.template.SiteTemplates;
import cepa.store.ObjectStore;
import java.time.Clock;
import java.util.List;

/// Renders shards. The same assignment always makes the same part, however often and wherever it is
/// rendered. Safe for many threads; each call uses one.
public final class ShardRenderer {

  private final SiteCache sites;
  private final Output output;
  private final ObjectStore store;
  private final BaseBuilds bases;
  private final Packs packs;
  private final AssetPublisher publisher;
  private final List<String> assets;

  public ShardRenderer(ObjectStore store, SiteCache sites, Assets assets, Output output) {
    this.store = store;
    this.sites = sites;
    this.output = output;
    this.bases = new BaseBuilds(new BuildStore(store));
    this.packs = new Packs(store);
    this.publisher = new AssetPublisher(store, assets, Clock.systemUTC());
    this.assets = assets.published();
  }

  /// Puts everything of this shard that is new into the store.
  ///
  /// @throws PermanentException if a page cannot be made; says which, where and why
  /// @throws cepa.error.RetriableException if the store cannot be reached
  public StagedShard render(RenderAssignment assignment, Progress progress) {
    return ScopedValue.where(Progress.CURRENT, progress).call(() -> stage(assignment, progress));
  }

  private StagedShard stage(RenderAssignment assignment, Progress progress) {
    var clock = new StageClock();
    if (assignment.shard() < 0 || assignment.shard() >= assignment.shards()) {
      throw new PermanentException(
          "There is no shard " + assignment.shard() + " among " + assignment.shards());
    }
    progress.tick();
    Site site = sites.get(assignment.model());
    progress.tick();
    publisher.publish(assignment.build());
    List<Planned> planned = site.plan(assignment.shards()).shard(assignment.shard());
    BaseShard base = bases.load(assignment);
    clock.done(StageClock.Step.LOAD);
    try (var stage = new ShardStage(site, base, output, clock)) {
      for (Planned path : planned) {
        progress.tick();
        stage.add(path);
      }
      progress.tick();
      return stage.finish(assignment, new Destination(store, packs, assets));
    }
  }

  /// How pages become bytes.
  ///
  /// @param renderer name of this renderer in results, e.g. `renderer-1`
  /// @param maxPageBytes uncompressed size over which a page or twin fails its shard
  public record Output(SiteTemplates templates, Twins twins, String renderer, int maxPageBytes) {}

  /// Where a finished shard goes.
  record Destination(ObjectStore store, Packs packs, List<String> assets) {}
}
