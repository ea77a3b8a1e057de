/// Tests of these pages.
@NullMarked
package cepa.renderer.pages.sources;

import org.jspecify.annotations.NullMarked;
