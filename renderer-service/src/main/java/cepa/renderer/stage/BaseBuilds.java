package cepa.renderer.stage;

import cepa.build.BuildManifest;
import cepa.build.BuildStore;
import cepa.build.RenderAssignment;
import cepa.error.PermanentException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds a shard of the base build; each base's manifest is read once. A base that is gone or
/// damaged costs a full render, never the build. Safe for many threads.
final class BaseBuilds {

  private static final Logger log = LoggerFactory.getLogger(BaseBuilds.class);

  private final BuildStore builds;
  private @Nullable BuildManifest last;

  BaseBuilds(BuildStore builds) {
    this.builds = builds;
  }

  BaseShard load(RenderAssignment assignment) {
    if (assignment.base() == null) {
      return BaseShard.none();
    }
    Optional<BuildManifest> manifest = manifest(assignment.base());
    if (manifest.isEmpty()) {
      log.warn("Base build {} is not in the store; rendering every page", assignment.base());
      return BaseShard.none();
    }
    BuildManifest base = manifest.get();
    if (base.parts().size() != assignment.shards()) {
      log.info("Base build {} has another number of shards; rendering every page", base.build());
      return BaseShard.none();
    }
    try {
      return BaseShard.of(
          builds.part(base.parts().get(assignment.shard())),
          base.plan().codeVersion().equals(assignment.codeVersion()));
    } catch (PermanentException e) {
      log.warn(
          "Shard {} of base build {} cannot be read; rendering all its pages: {}",
          assignment.shard(),
          base.build(),
          e.getMessage());
      return BaseShard.none();
    }
  }

  private synchronized Optional<BuildManifest> manifest(String build) {
    if (last == null || !last.build().equals(build)) {
      Optional<BuildManifest> read = builds.manifest(build);
      if (read.isEmpty()) {
        return read;
      }
      last = read.get();
    }
    return Optional.of(last);
  }
}
