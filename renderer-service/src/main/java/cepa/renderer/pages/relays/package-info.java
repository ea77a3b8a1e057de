/// Every relay, `/misc/all.html`, 500 a page, and how weight, bandwidth and versions are shared out
/// among them. Reads onionoo details and, for a column of the table, onionoo uptime.
@NullMarked
package cepa.renderer.pages.relays;

import org.jspecify.annotations.NullMarked;
