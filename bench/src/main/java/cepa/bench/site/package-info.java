/// Looks over a whole site: sizes by family against their targets, and every link.
@NullMarked
package cepa.bench.site;

import org.jspecify.annotations.NullMarked;
