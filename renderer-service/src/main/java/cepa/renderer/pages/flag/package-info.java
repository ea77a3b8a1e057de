/// A flag, `/flag/<lower case>/`: what it says, who has it; and all flags side by side, `/flag/`.
/// Reads onionoo details and, for figures of their own, onionoo uptime and bandwidth.
@NullMarked
package cepa.renderer.pages.flag;

import org.jspecify.annotations.NullMarked;
