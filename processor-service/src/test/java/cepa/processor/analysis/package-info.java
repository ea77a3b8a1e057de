/// Tests of the analyses.
@NullMarked
package cepa.processor.analysis;

import org.jspecify.annotations.NullMarked;
