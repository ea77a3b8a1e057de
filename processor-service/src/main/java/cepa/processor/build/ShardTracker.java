package cepa.processor.build;

import cepa.build.BuildManifest;
import cepa.build.BuildPlan;
import cepa.build.ShardResult;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which shards of a build are staged. Results may come twice and in any order. Not safe for
/// several threads.
final class ShardTracker {

  private final String build;
  private final BuildPlan plan;
  private final Map<Integer, ShardResult.Staged> staged = new TreeMap<>();
  private final Map<Integer, String> failed = new TreeMap<>();

  ShardTracker(String build, BuildPlan plan) {
    this.build = build;
    this.plan = plan;
  }

  String build() {
    return build;
  }

  BuildPlan plan() {
    return plan;
  }

  /// A staged shard is staged, whoever failed on it.
  ///
  /// @return whether it was news
  boolean add(ShardResult result) {
    if (result.shard() < 0 || result.shard() >= plan.shards()) {
      return false;
    }
    return switch (result) {
      case ShardResult.Staged shard -> staged.putIfAbsent(shard.shard(), shard) == null;
      case ShardResult.Failed shard -> failed.putIfAbsent(shard.shard(), shard.reason()) == null;
    };
  }

  boolean isComplete() {
    return staged.size() == plan.shards();
  }

  /// Why the build cannot be finished; empty if it still can.
  Optional<String> failure() {
    return failed.entrySet().stream()
        .filter(shard -> !staged.containsKey(shard.getKey()))
        .map(shard -> "Shard " + shard.getKey() + ": " + shard.getValue())
        .findFirst();
  }

  int done() {
    return staged.size();
  }

  long rendered() {
    return staged.values().stream().mapToLong(ShardResult.Staged::rendered).sum();
  }

  long changed() {
    return staged.values().stream().mapToLong(ShardResult.Staged::changed).sum();
  }

  long packBytes() {
    return staged.values().stream().mapToLong(ShardResult.Staged::packBytes).sum();
  }

  /// The manifest of the complete build.
  BuildManifest manifest(Instant created) {
    Map<String, Integer> objects = new TreeMap<>();
    TreeSet<String> assets = new TreeSet<>();
    long pages = 0;
    long raw = 0;
    long stored = 0;
    for (ShardResult.Staged shard : staged.values()) {
      shard.objects().forEach((family, count) -> objects.merge(family, count, Integer::sum));
      assets.addAll(shard.assets());
      pages += shard.pages();
      raw += shard.rawBytes();
      stored += shard.storedBytes();
    }
    return new BuildManifest(
        build,
        created,
        plan,
        staged.values().stream().map(ShardResult.Staged::part).toList(),
        objects,
        pages,
        raw,
        stored,
        assets.stream().toList());
  }
}
