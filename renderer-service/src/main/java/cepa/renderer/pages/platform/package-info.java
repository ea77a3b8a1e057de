/// An operating system, `/platform/<name>/`: figures of the relays that run it, where they are, the
/// relays. Reads onionoo details and, for a column of the table, onionoo uptime.
@NullMarked
package cepa.renderer.pages.platform;

import org.jspecify.annotations.NullMarked;
