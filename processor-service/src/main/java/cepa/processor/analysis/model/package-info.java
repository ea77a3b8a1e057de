/// The model, put together from what the other analyses made.
@NullMarked
package cepa.processor.analysis.model;

import org.jspecify.annotations.NullMarked;
