/// Tests of risks and diversity.
@NullMarked
package cepa.processor.analysis.intelligence;

import org.jspecify.annotations.NullMarked;
