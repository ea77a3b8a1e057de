/// One package a source: its reader, and the data it makes.
@NullMarked
package cepa.processor.source;

import org.jspecify.annotations.NullMarked;
