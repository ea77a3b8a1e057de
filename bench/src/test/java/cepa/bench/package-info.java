/// Measurements of the product and look-overs of its sites; see the module's README.
@NullMarked
package cepa.bench;

import org.jspecify.annotations.NullMarked;
