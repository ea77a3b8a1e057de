/// Compares two sites by the values in their JSON twins.
@NullMarked
package cepa.bench.compare;

import org.jspecify.annotations.NullMarked;
