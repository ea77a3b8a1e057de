/// The listing of families, `/misc/families-by-<sort>.html`, one row a member set. Reads onionoo
/// details and bandwidth.
@NullMarked
package cepa.renderer.pages.families;

import org.jspecify.annotations.NullMarked;
