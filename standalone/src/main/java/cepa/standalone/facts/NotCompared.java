package cepa.standalone.facts;

import java.util.regex.Pattern;

/// Fields of golden files that say nothing to compare with.
///
/// @param reason why, as the published table names it
/// @param fields the fields: `<section>/<path>`
public record NotCompared(String reason, Pattern fields) {}
