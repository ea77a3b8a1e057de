/// Tests of the template engine.
@NullMarked
package cepa.renderer.template;

import org.jspecify.annotations.NullMarked;
