@NullMarked
package cepa.renderer.pages.operator;

import org.jspecify.annotations.NullMarked;
