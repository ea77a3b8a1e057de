/// Tests of the model in the object store.
@NullMarked
package cepa.artefact;

import org.jspecify.annotations.NullMarked;
