@NullMarked
package cepa.renderer.pages.sitemap;

import org.jspecify.annotations.NullMarked;
