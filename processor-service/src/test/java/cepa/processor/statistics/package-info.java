/// Tests of the statistics primitives.
@NullMarked
package cepa.processor.statistics;

import org.jspecify.annotations.NullMarked;
