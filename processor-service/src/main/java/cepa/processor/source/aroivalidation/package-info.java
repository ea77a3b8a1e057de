/// Operators' proofs of who they are, as the AROI validator found them.
@NullMarked
package cepa.processor.source.aroivalidation;

import org.jspecify.annotations.NullMarked;
