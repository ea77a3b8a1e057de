/// Search without a server: `/search/`, the one page with a script, and the index in shards that
/// the script and the edge read, `/search/*.json`; `/search/frame.html` is what the edge puts its
/// answers into. Reads onionoo details.
@NullMarked
package cepa.renderer.pages.search;

import org.jspecify.annotations.NullMarked;
