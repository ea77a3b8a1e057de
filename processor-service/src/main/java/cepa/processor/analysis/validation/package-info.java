/// Whether relays prove who runs them.
@NullMarked
package cepa.processor.analysis.validation;

import org.jspecify.annotations.NullMarked;
