/// Tests of one source.
@NullMarked
package cepa.processor.source.collectorbandwidths;

import org.jspecify.annotations.NullMarked;
