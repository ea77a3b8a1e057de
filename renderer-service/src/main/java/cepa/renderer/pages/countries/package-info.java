/// The listing of countries, `/misc/countries-by-<sort>.html`: every country with relays, in all
/// orders that say something. Reads onionoo details and bandwidth.
@NullMarked
package cepa.renderer.pages.countries;

import org.jspecify.annotations.NullMarked;
