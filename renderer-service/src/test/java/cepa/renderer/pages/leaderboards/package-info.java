/// Tests of these pages.
@NullMarked
package cepa.renderer.pages.leaderboards;

import org.jspecify.annotations.NullMarked;
