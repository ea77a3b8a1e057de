@NullMarked
package cepa.renderer.view.twin;

import org.jspecify.annotations.NullMarked;
