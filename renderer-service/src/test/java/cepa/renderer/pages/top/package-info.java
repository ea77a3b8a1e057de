@NullMarked
package cepa.renderer.pages.top;

import org.jspecify.annotations.NullMarked;
