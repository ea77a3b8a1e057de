package cepa.renderer.view;

import cepa.renderer.Link;
import org.jspecify.annotations.Nullable;

/// A link whose path follows from what stands beside it, or from its own text: `/as/AS24940/` from
/// `AS24940`. The twin has the text only; in a table of hundreds of rows paths would be a quarter
/// of it.
///
/// @param text raw text
/// @param path absolute path of the site; null: not a link
public record KeyedLink(String text, @Nullable String path) {
  public static KeyedLink of(Link link) {
    return new KeyedLink(link.text(), link.path());
  }
}
