/// Feeds of what changed, beside the page they are about: `feed.atom` and `feed.json` of each
/// relay, operator, network and country and of the whole network. Only facts with their own times,
/// so a feed changes only when there is something to tell. Reads the history.
@NullMarked
package cepa.renderer.pages.feeds;

import org.jspecify.annotations.NullMarked;
