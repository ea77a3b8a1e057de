@NullMarked
package cepa.renderer.pages.changes;

import org.jspecify.annotations.NullMarked;
