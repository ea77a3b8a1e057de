@NullMarked
package cepa.renderer.view;

import org.jspecify.annotations.NullMarked;
