/// Measurements, run on demand.
@NullMarked
package cepa.processor.measure;

import org.jspecify.annotations.NullMarked;
