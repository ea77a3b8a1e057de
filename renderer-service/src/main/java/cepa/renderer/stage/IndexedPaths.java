package cepa.renderer.stage;

import cepa.error.RetriableException;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The paths of all pages that search engines may list. Only the views know: the shards staged so
/// far have told, the views of all other pages are made, once a model, by the first shard that
/// asks. That may take seconds, in which this shard and those that wait for it go on telling their
/// progress.
final class IndexedPaths {

  private final List<PageFamily> families;
  private final Map<String, Optional<String>> told = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable List<String> known;

  IndexedPaths(List<PageFamily> families) {
    this.families = families;
  }

  /// Takes note of a page whose view was made anyway.
  void tell(SitePath.Page page, PageView view) {
    told.put(page.path(), indexed(page, view));
  }

  List<String> get(PageContext context) {
    Progress progress = Progress.current();
    try {
      while (!lock.tryLock(1, TimeUnit.SECONDS)) {
        progress.tick();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetriableException("Interrupted while waiting for the sitemap's paths", e);
    }
    try {
      if (known == null) {
        known = collect(context, progress);
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  private List<String> collect(PageContext context, Progress progress) {
    List<String> paths = new ArrayList<>();
    for (PageFamily family : families) {
      for (SitePath path : SitePlan.paths(family, context)) {
        progress.tick();
        if (path instanceof SitePath.Page page) {
          indexed(family, page).ifPresent(paths::add);
        }
      }
    }
    return paths.stream().distinct().sorted().toList();
  }

  private Optional<String> indexed(PageFamily family, SitePath.Page page) {
    Optional<String> known = told.get(page.path());
    return known == null ? indexed(page, Site.view(family.id(), page)) : known;
  }

  /// The path to list a page under; empty if it shall not be listed.
  private static Optional<String> indexed(SitePath.Page page, PageView view) {
    return view.head().indexed() ? Optional.of(Site.canonical(page, view)) : Optional.empty();
  }
}
