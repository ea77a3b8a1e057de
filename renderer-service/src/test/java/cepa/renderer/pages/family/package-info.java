@NullMarked
package cepa.renderer.pages.family;

import org.jspecify.annotations.NullMarked;
