package cepa.renderer;

import org.jspecify.annotations.Nullable;

/// A text that leads somewhere, or only a text where there is no such page.
///
/// @param text raw text
/// @param path absolute path of the site; null: not a link
public record Link(String text, @Nullable String path) {}
