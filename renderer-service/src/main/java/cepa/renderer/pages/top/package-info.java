/// The 500 relays with the most observed bandwidth, `/top500.html`: what they hold together, who
/// runs them and where, and each of them. Reads onionoo details and, for a column of the table,
/// onionoo uptime.
@NullMarked
package cepa.renderer.pages.top;

import org.jspecify.annotations.NullMarked;
