/// Figures of the whole network.
@NullMarked
package cepa.processor.analysis.totals;

import org.jspecify.annotations.NullMarked;
