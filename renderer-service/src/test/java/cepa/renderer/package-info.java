/// Tests of the renderer as a whole.
@NullMarked
package cepa.renderer;

import org.jspecify.annotations.NullMarked;
