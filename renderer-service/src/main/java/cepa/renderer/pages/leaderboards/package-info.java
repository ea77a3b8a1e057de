/// Operators in order of what they give: an overview of all rankings at
/// `/misc/aroi-leaderboards.html`, and a page of each at `/rankings/<category>/`. Reads onionoo
/// details, uptime and bandwidth, and validation.
@NullMarked
package cepa.renderer.pages.leaderboards;

import org.jspecify.annotations.NullMarked;
