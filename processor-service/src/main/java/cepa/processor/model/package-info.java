/// From a cut of the log to the model in the object store.
@NullMarked
package cepa.processor.model;

import org.jspecify.annotations.NullMarked;
