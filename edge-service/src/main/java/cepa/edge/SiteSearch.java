package cepa.edge;

import cepa.edge.route.Route;
import cepa.error.PermanentException;
import cepa.json.Json;
import cepa.search.SearchLookup;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The search index and the frame of answers that a build carries. What was read lately stays, by
/// its digest, so builds that share a file share it here.
final class SiteSearch {

  private static final String FRAME = "/search/frame.html";

  /// Raw bytes of the files kept; parsed they take several times as much.
  private static final long CACHE_BYTES = 4 * 1024 * 1024;

  private final PageSender bodies;
  private final Cache<String, JsonNode> files =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher((String sha256, JsonNode file) -> Math.max(1, size(file)))
          .build();
  private final Cache<String, SearchLookup> lookups = Caffeine.newBuilder().maximumSize(4).build();

  SiteSearch(PageSender bodies) {
    this.bodies = bodies;
  }

  /// @throws cepa.error.CepaException if the build has no index, or it cannot be read
  SearchLookup lookup(Site site) {
    return lookups.get(
        site.build(),
        build -> {
          try {
            return new SearchLookup(path -> file(site, path));
          } catch (IllegalArgumentException e) {
            throw new PermanentException("The search index of build " + build + ": " + e, e);
          }
        });
  }

  /// The page around answers, with slots for them.
  String frame(Site site) {
    return new String(bodies.raw(body(site, FRAME)), StandardCharsets.UTF_8);
  }

  private JsonNode file(Site site, String path) {
    Route.Body body = body(site, path);
    JsonNode known = files.getIfPresent(body.sha256());
    if (known != null) {
      return known;
    }
    try {
      JsonNode read = Json.MAPPER.readTree(bodies.raw(body));
      files.put(body.sha256(), read);
      return read;
    } catch (JacksonException e) {
      throw new PermanentException(path + " of build " + site.build() + " is no JSON", e);
    }
  }

  private static Route.Body body(Site site, String path) {
    if (site.routes().find(path) instanceof Route.Body body) {
      return body;
    }
    throw new PermanentException(
        "Build " + site.build() + " has no " + path + ": build the site anew to search it");
  }

  /// Roughly: rows are what takes room.
  private static int size(JsonNode file) {
    int rows = 0;
    for (JsonNode key : file) {
      rows += key.size();
    }
    return 80 * rows;
  }
}
