/// Tests of staging.
@NullMarked
package cepa.renderer.stage;

import org.jspecify.annotations.NullMarked;
