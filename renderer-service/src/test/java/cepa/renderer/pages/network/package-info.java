@NullMarked
package cepa.renderer.pages.network;

import org.jspecify.annotations.NullMarked;
