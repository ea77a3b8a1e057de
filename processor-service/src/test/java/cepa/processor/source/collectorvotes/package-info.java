/// Tests of one source.
@NullMarked
package cepa.processor.source.collectorvotes;

import org.jspecify.annotations.NullMarked;
