/// Tests of these pages.
@NullMarked
package cepa.renderer.pages.health;

import org.jspecify.annotations.NullMarked;
