/// A page family that stands in its package alone: nothing else names it.
@NullMarked
package cepa.renderer.pages.sample;

import org.jspecify.annotations.NullMarked;
