/// Groups of relays (countries, networks, …) as figures, as rows of a listing, and as sorted
/// listings.
@NullMarked
package cepa.renderer.view.group;

import org.jspecify.annotations.NullMarked;
