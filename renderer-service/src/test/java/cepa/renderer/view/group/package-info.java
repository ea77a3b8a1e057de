@NullMarked
package cepa.renderer.view.group;

import org.jspecify.annotations.NullMarked;
