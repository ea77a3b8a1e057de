@NullMarked
package cepa.renderer.pages.firstseen;

import org.jspecify.annotations.NullMarked;
