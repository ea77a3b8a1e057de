/// A family, `/family/<fingerprint>/`: one page a member set, under the smallest member whose own
/// set it is; every other member leads to the page of its own set. Reads onionoo details, AROI
/// validation and, for figures of their own, onionoo uptime and bandwidth.
@NullMarked
package cepa.renderer.pages.family;

import org.jspecify.annotations.NullMarked;
