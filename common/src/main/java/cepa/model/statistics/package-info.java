/// Summaries of many figures, as parts of the model hold them.
@NullMarked
package cepa.model.statistics;

import org.jspecify.annotations.NullMarked;
