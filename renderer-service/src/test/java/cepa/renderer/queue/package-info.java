/// Tests of what becomes of assignments.
@NullMarked
package cepa.renderer.queue;

import org.jspecify.annotations.NullMarked;
