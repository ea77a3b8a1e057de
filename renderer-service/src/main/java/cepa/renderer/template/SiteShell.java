package cepa.renderer.template;

import cepa.model.SourceProvenance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a layout shows around a view; the root variable `site` of every page. It holds nothing that
/// changes by itself: no times, no ages.
///
/// Paths are without the prefix of the base URL; a template prints each through `| url`.
///
/// @param menu the main menu
/// @param sources state of each source the page names in its head, by id, in the order of the head
/// @param baseUrl absolute URL of the site without a trailing slash; null if not configured
/// @param canonical absolute URL of the page; null without a base URL
/// @param path absolute path of the page
/// @param twin absolute path of the page's JSON twin
/// @param stylesheet absolute path of the stylesheet, content hash included
/// @param data what the page has for programs beside its twin
public record SiteShell(
    Menu menu,
    Map<String, SourceProvenance.State> sources,
    @Nullable String baseUrl,
    @Nullable String canonical,
    String path,
    String twin,
    String stylesheet,
    PageData data) {

  public SiteShell {
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
  }
}
