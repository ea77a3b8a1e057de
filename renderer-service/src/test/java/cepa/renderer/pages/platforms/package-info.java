@NullMarked
package cepa.renderer.pages.platforms;

import org.jspecify.annotations.NullMarked;
