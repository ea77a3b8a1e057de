/// The model in the object store: written once a build by the processor, read by every renderer.
@NullMarked
package cepa.artefact;

import org.jspecify.annotations.NullMarked;
