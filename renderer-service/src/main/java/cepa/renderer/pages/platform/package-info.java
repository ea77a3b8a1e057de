/// An operating system, `/platform/<name>/`: figures of the relays that run it, who runs them and
/// where, the relays. Reads onionoo details and, for figures of their own, onionoo uptime and
/// bandwidth.
@NullMarked
package cepa.renderer.pages.platform;

import org.jspecify.annotations.NullMarked;
