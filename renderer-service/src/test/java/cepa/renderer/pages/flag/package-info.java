@NullMarked
package cepa.renderer.pages.flag;

import org.jspecify.annotations.NullMarked;
