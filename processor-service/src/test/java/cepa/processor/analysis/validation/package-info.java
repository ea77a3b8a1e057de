/// Tests of proofs.
@NullMarked
package cepa.processor.analysis.validation;

import org.jspecify.annotations.NullMarked;
