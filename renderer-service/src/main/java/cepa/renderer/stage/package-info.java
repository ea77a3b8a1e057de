/// Renders one shard of a site and puts what is new into the object store: which paths there are,
/// what may be kept from the base build, one pack, one part of the manifest.
@NullMarked
package cepa.renderer.stage;

import org.jspecify.annotations.NullMarked;
