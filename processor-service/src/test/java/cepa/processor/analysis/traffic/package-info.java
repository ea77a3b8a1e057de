/// Tests of the analyses of traffic.
@NullMarked
package cepa.processor.analysis.traffic;

import org.jspecify.annotations.NullMarked;
