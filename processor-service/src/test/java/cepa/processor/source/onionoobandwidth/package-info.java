/// Tests of the bandwidth source.
@NullMarked
package cepa.processor.source.onionoobandwidth;

import org.jspecify.annotations.NullMarked;
