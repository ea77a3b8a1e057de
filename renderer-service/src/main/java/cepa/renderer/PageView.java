package cepa.renderer;

import org.jspecify.annotations.Nullable;

/// What a page shows: a record of typed, already rounded quantities and raw text. The template
/// reads it under the name `view` and prints it escaped; Jackson writes it as the JSON twin. It
/// must hold everything that may change the page: two equal views make the same bytes.
public interface PageView {

  /// What the layout shows around the content.
  PageHead head();

  /// The path search engines shall know the page by, where that is not its own; null if it is.
  default @Nullable String canonical() {
    return null;
  }
}
