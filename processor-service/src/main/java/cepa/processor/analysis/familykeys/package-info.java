/// Families by the keys their relays carry.
@NullMarked
package cepa.processor.analysis.familykeys;

import org.jspecify.annotations.NullMarked;
