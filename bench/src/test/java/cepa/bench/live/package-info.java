/// Measures how fast readers see another build.
@NullMarked
package cepa.bench.live;

import org.jspecify.annotations.NullMarked;
