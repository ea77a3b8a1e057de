/// What operators are called and where their pages are.
@NullMarked
package cepa.renderer.view.operator;

import org.jspecify.annotations.NullMarked;
