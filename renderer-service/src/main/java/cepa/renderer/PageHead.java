package cepa.renderer;

import java.util.List;

/// The part of a view that the layout shows.
///
/// @param title of the page, raw text; the layout adds the site's name
/// @param description one sentence for search engines and previews, raw text
/// @param section the menu entry it belongs to; empty if none
/// @param trail pages above this one, outermost first, without the page itself
/// @param indexed whether search engines may list it and the sitemap names it
/// @param sources ids of the sources whose figures the page shows, in order
public record PageHead(
    String title,
    String description,
    String section,
    List<Link> trail,
    boolean indexed,
    List<String> sources) {

  public PageHead {
    trail = List.copyOf(trail);
    sources = List.copyOf(sources);
  }
}
