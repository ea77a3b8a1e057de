@NullMarked
package cepa.renderer.view.template;

import org.jspecify.annotations.NullMarked;
