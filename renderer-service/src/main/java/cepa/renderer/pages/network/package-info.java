/// A network (autonomous system), `/as/AS<number>/`: figures of its relays, who runs them and
/// where, how rare it is, the relays, and who came and went. Reads onionoo details and, for figures
/// of their own, onionoo uptime and bandwidth.
@NullMarked
package cepa.renderer.pages.network;

import org.jspecify.annotations.NullMarked;
