/// Pages and scripts in a real browser.
@NullMarked
package cepa.renderer.browser;

import org.jspecify.annotations.NullMarked;
