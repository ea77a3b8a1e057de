/// Tests of these pages.
@NullMarked
package cepa.renderer.pages.authorities;

import org.jspecify.annotations.NullMarked;
