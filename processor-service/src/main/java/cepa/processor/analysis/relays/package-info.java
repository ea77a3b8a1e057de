/// The relays of the model: which are kept, in which order, with what every source knows of them.
@NullMarked
package cepa.processor.analysis.relays;

import org.jspecify.annotations.NullMarked;
