/// Tests of operators.
@NullMarked
package cepa.processor.analysis.operators;

import org.jspecify.annotations.NullMarked;
