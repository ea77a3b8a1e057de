/// Tests of one source.
@NullMarked
package cepa.processor.source.collectordescriptors;

import org.jspecify.annotations.NullMarked;
