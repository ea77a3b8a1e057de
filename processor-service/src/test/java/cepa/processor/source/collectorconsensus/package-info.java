/// Tests of one source.
@NullMarked
package cepa.processor.source.collectorconsensus;

import org.jspecify.annotations.NullMarked;
