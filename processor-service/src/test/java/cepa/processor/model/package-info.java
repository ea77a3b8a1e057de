/// Tests of the way from a cut to a model.
@NullMarked
package cepa.processor.model;

import org.jspecify.annotations.NullMarked;
