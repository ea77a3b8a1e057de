@NullMarked
package cepa.renderer.pages.networks;

import org.jspecify.annotations.NullMarked;
