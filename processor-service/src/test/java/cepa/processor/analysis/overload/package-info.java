/// Tests of the analyses of overload.
@NullMarked
package cepa.processor.analysis.overload;

import org.jspecify.annotations.NullMarked;
