@NullMarked
package cepa.renderer.pages.relays;

import org.jspecify.annotations.NullMarked;
