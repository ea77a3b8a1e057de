/// Compares what pages show with what their JSON twins say.
@NullMarked
package cepa.bench.twins;

import org.jspecify.annotations.NullMarked;
