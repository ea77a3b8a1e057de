/// What each bandwidth scanner measured of each relay, its exact weight and its share of positions
/// in circuits, `/misc/measurements/<digit>.csv`: other figures every hour, so in files of their
/// own, by the first digit of the fingerprint. Reads votes and onionoo details.
@NullMarked
package cepa.renderer.pages.measurements;

import org.jspecify.annotations.NullMarked;
