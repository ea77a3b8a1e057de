package cepa.renderer.stage;

import cepa.error.CepaException;
import cepa.error.PermanentException;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.SitePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every path of a site, by shard. Families list their paths once a model, and no two may claim the
/// same one.
final class SitePlan {

  private final List<List<Planned>> shards = new ArrayList<>();
  private final Set<String> documents = new HashSet<>();

  /// @throws PermanentException naming both families, if two claim a path; naming the family, if it
  ///   cannot list its paths
  SitePlan(List<PageFamily> families, PageContext context, int count) {
    for (int i = 0; i < count; i++) {
      shards.add(new ArrayList<>());
    }
    Map<String, String> owners = new HashMap<>();
    for (PageFamily family : families) {
      for (SitePath path : paths(family, context)) {
        claim(owners, path.path(), family.id());
        if (path instanceof SitePath.Page page) {
          claim(owners, twin(page, family), family.id());
        }
        if (path instanceof SitePath.Document) {
          documents.add(path.path());
        }
        shards.get(Sharding.shardOf(path.path(), count)).add(new Planned(family.id(), path));
      }
    }
    // Documents such as the sitemap are about pages: they profit from what those have told.
    shards.forEach(
        shard -> shard.sort(Comparator.comparing(p -> p.path() instanceof SitePath.Document)));
  }

  /// Whether the site has a document there.
  boolean hasDocument(String path) {
    return documents.contains(path);
  }

  int count() {
    return shards.size();
  }

  List<Planned> shard(int shard) {
    return Collections.unmodifiableList(shards.get(shard));
  }

  static List<SitePath> paths(PageFamily family, PageContext context) {
    try (var paths = family.paths(context)) {
      return paths.toList();
    } catch (CepaException e) {
      throw e;
    } catch (RuntimeException e) {
      // The family's own code: whatever it throws is a defect of that family.
      throw new PermanentException(
          "Page family " + family.id() + " cannot list its paths: " + e, e);
    }
  }

  private static String twin(SitePath.Page page, PageFamily family) {
    if (!page.path().endsWith("/") && !page.path().endsWith(".html")) {
      throw new PermanentException(
          "Page family "
              + family.id()
              + ": the path of a page ends in / or .html, but not "
              + page.path());
    }
    return page.twin();
  }

  private static void claim(Map<String, String> owners, String path, String family) {
    String other = owners.putIfAbsent(path, family);
    if (other != null) {
      throw new PermanentException(
          "Path "
              + path
              + " is claimed twice: by page family "
              + other
              + " and by "
              + (other.equals(family) ? "itself again" : family));
    }
  }

  /// A path and the family it belongs to.
  record Planned(String family, SitePath path) {}
}
