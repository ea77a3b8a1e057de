/// Days on which relays were first seen: a day, `/first_seen/<date>/`; a year of days,
/// `/first_seen/<year>/`; all years, `/first_seen/`. Reads onionoo details and, for a column of the
/// table, onionoo uptime.
@NullMarked
package cepa.renderer.pages.firstseen;

import org.jspecify.annotations.NullMarked;
