package cepa.edge;

import cepa.build.BuildManifest;
import cepa.build.BuildStore;
import cepa.edge.route.PartRoutes;
import cepa.edge.route.RouteTable;
import cepa.error.PermanentException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import tools.jackson.core.JacksonException;

/// Makes a [Site] of a build in the object store.
final class SiteLoader {

  /// Parts read at once: hides the store's latency, bounds what is in memory as objects.
  private static final int AT_ONCE = 8;

  private final BuildStore builds;

  /// Routes of the parts of all sites that are still in use: what two builds share is read once.
  private final Cache<String, PartRoutes> parts = Caffeine.newBuilder().weakValues().build();

  SiteLoader(BuildStore builds) {
    this.builds = builds;
  }

  /// The build, or empty if the store has no such build.
  ///
  /// @throws PermanentException if something of it is missing or damaged
  /// @throws cepa.error.RetriableException if the store cannot be reached
  Optional<Site> load(String build) {
    return readManifest(build)
        .map(manifest -> new Site(manifest, RouteTable.of(parts(manifest.parts()))));
  }

  private Optional<BuildManifest> readManifest(String build) {
    try {
      return builds.manifest(build);
    } catch (JacksonException e) {
      throw new PermanentException("The manifest of build " + build + " cannot be read", e);
    }
  }

  private List<PartRoutes> parts(List<String> digests) {
    var turns = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<PartRoutes>> pending =
          digests.stream().map(digest -> threads.submit(() -> part(digest, turns))).toList();
      List<PartRoutes> routes = new ArrayList<>(pending.size());
      for (Future<PartRoutes> part : pending) {
        routes.add(part.get());
      }
      return routes;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a build was loaded", e);
    }
  }

  private PartRoutes part(String digest, Semaphore turns) throws InterruptedException {
    PartRoutes known = parts.getIfPresent(digest);
    if (known != null) {
      return known;
    }
    turns.acquire();
    try {
      PartRoutes read = PartRoutes.of(builds.part(digest));
      parts.put(digest, read);
      return read;
    } catch (JacksonException | java.io.UncheckedIOException e) {
      throw new PermanentException("Manifest part " + digest + " cannot be read", e);
    } finally {
      turns.release();
    }
  }
}
