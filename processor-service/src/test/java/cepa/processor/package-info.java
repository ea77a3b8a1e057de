/// Tests of what sources, analyses and the engine agree on.
@NullMarked
package cepa.processor;

import org.jspecify.annotations.NullMarked;
