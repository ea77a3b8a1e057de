@NullMarked
package cepa.renderer.pages.home;

import org.jspecify.annotations.NullMarked;
