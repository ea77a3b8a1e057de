/// What relays, groups and operators carried.
@NullMarked
package cepa.processor.analysis.traffic;

import org.jspecify.annotations.NullMarked;
