/// Who the operators are.
@NullMarked
package cepa.processor.analysis.operators;

import org.jspecify.annotations.NullMarked;
