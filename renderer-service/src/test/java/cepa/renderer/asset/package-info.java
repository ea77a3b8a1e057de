/// Tests of assets.
@NullMarked
package cepa.renderer.asset;

import org.jspecify.annotations.NullMarked;
