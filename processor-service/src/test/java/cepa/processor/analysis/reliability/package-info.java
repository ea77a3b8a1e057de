/// Tests of the analyses of reliability.
@NullMarked
package cepa.processor.analysis.reliability;

import org.jspecify.annotations.NullMarked;
