@NullMarked
package cepa.renderer.pages.platform;

import org.jspecify.annotations.NullMarked;
