/// The listing of networks (autonomous systems), `/misc/networks-by-<sort>.html`, in all orders
/// that say something. Reads onionoo details and bandwidth.
@NullMarked
package cepa.renderer.pages.networks;

import org.jspecify.annotations.NullMarked;
