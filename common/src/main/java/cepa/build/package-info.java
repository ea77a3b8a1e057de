/// Builds: requests, events, assignments and results on topics; manifests, parts and the live
/// pointer in the object store.
@NullMarked
package cepa.build;

import org.jspecify.annotations.NullMarked;
