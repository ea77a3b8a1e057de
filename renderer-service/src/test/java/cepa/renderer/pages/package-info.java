/// Tests over all page families together, and what tests of a family use.
@NullMarked
package cepa.renderer.pages;

import org.jspecify.annotations.NullMarked;
