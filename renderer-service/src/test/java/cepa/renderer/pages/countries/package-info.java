@NullMarked
package cepa.renderer.pages.countries;

import org.jspecify.annotations.NullMarked;
