/// Tests of the history.
@NullMarked
package cepa.processor.history;

import org.jspecify.annotations.NullMarked;
