/// Tests of search.
@NullMarked
package cepa.search;

import org.jspecify.annotations.NullMarked;
