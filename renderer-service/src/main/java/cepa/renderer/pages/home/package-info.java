/// The home page, `/`: the state of the network in one sentence, what deserves a look, headline
/// figures, trends, the largest countries and networks. Reads onionoo details and onionoo uptime;
/// one of the few pages that say when their figures were taken.
@NullMarked
package cepa.renderer.pages.home;

import org.jspecify.annotations.NullMarked;
