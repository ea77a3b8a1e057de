@NullMarked
package cepa.renderer.pages.notfound;

import org.jspecify.annotations.NullMarked;
