/// Relays in groups of each kind (country, network, operator, family, flag …), with their sums.
@NullMarked
package cepa.processor.analysis.groups;

import org.jspecify.annotations.NullMarked;
