/// What the figures say about risks and diversity.
@NullMarked
package cepa.processor.analysis.intelligence;

import org.jspecify.annotations.NullMarked;
