/// The statistics primitives that all analyses share (analytics 1).
@NullMarked
package cepa.processor.statistics;

import org.jspecify.annotations.NullMarked;
