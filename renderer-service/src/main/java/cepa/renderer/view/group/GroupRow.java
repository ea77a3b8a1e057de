package cepa.renderer.view.group;

import cepa.renderer.Link;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A group in a listing.
///
/// @param group its key or what it is called, leading to its page
/// @param name what people call it; null if unknown, or if `group` says it
/// @param belongs what it belongs to: a network to a country, a family to an operator, an operator
///   to those whose proof is worth as much; null if to nothing known
/// @param figures in the unit of tables
/// @param dataTerabytes written and read within five years; null if unknown
public record GroupRow(
    Link group,
    @Nullable String name,
    @Nullable Link belongs,
    GroupFigures figures,
    @Nullable BigDecimal dataTerabytes) {}
