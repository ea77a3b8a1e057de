/// Tests of the search pages.
@NullMarked
package cepa.renderer.pages.search;

import org.jspecify.annotations.NullMarked;
