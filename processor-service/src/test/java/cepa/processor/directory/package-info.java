/// Tests of the readers of directory documents.
@NullMarked
package cepa.processor.directory;

import org.jspecify.annotations.NullMarked;
