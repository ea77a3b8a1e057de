/// Relays by country and by network, with their sums.
@NullMarked
package cepa.processor.analysis.groups;

import org.jspecify.annotations.NullMarked;
