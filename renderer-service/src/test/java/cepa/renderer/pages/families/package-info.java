@NullMarked
package cepa.renderer.pages.families;

import org.jspecify.annotations.NullMarked;
