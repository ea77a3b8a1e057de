/// Search: the index in shards that a site carries, and the one rule table by which a query leads
/// to a page, to a list, or nowhere. The script of sites without an edge reads the same shards by
/// the same rules.
@NullMarked
package cepa.search;

import org.jspecify.annotations.NullMarked;
