@NullMarked
package cepa.renderer.pages.country;

import org.jspecify.annotations.NullMarked;
