/// The listing of operating systems, `/misc/platforms-by-<sort>.html`. Reads onionoo details and
/// bandwidth.
@NullMarked
package cepa.renderer.pages.platforms;

import org.jspecify.annotations.NullMarked;
