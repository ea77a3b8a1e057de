package cepa.renderer.view.group;

import cepa.renderer.Link;
import org.jspecify.annotations.Nullable;

/// A group in a listing.
///
/// @param group its key, leading to its page
/// @param name what people call it; null if unknown
/// @param country where most of its members are, for groups that are not countries; null if unknown
/// @param figures in the unit of tables
public record GroupRow(
    Link group, @Nullable String name, @Nullable Link country, GroupFigures figures) {}
