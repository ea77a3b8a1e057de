/// What relays reported of overload.
@NullMarked
package cepa.processor.analysis.overload;

import org.jspecify.annotations.NullMarked;
