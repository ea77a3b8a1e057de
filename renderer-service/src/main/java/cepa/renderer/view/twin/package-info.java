/// How quantities are written in the JSON twins of pages.
@NullMarked
package cepa.renderer.view.twin;

import org.jspecify.annotations.NullMarked;
