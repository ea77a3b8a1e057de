/// A flag, `/flag/<lower case>/`: what it says, who has it; and all flags side by side, `/flag/`.
/// Reads onionoo details and, for a column of the table, onionoo uptime.
@NullMarked
package cepa.renderer.pages.flag;

import org.jspecify.annotations.NullMarked;
