/// Tests of the validation reader.
@NullMarked
package cepa.processor.source.aroivalidation;

import org.jspecify.annotations.NullMarked;
