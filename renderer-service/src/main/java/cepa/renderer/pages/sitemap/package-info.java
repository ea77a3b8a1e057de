/// What search engines read: `/robots.txt`, and `/sitemap.xml` with its parts where the site knows
/// its own address.
@NullMarked
package cepa.renderer.pages.sitemap;

import org.jspecify.annotations.NullMarked;
