package cepa.renderer.view.group;

import cepa.model.validation.ValidationStatus;
import cepa.renderer.Link;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A group in a listing.
///
/// @param group its key or what it is called, leading to its page
/// @param name what people call it; null if unknown, or if `group` says it
/// @param belongs what it belongs to: a network to a country, a family to an operator; null if to
///   nothing known
/// @param proof what the proof of an operator is worth; null of other kinds
/// @param figures in the unit of tables
/// @param dataTerabytes written and read within five years; null if unknown
public record GroupRow(
    Link group,
    @Nullable String name,
    @Nullable Link belongs,
    @Nullable ValidationStatus proof,
    GroupFigures figures,
    @Nullable BigDecimal dataTerabytes) {}
