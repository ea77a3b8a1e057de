@NullMarked
package cepa.renderer.pages.relay;

import org.jspecify.annotations.NullMarked;
