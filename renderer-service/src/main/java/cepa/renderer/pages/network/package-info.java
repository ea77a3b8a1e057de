/// A network (autonomous system), `/as/AS<number>/`: figures of its relays, the relays, and who
/// came and went. Reads onionoo details and, for a column of the table, onionoo uptime.
@NullMarked
package cepa.renderer.pages.network;

import org.jspecify.annotations.NullMarked;
