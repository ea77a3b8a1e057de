/// What every implementation of search is tried on.
@NullMarked
package cepa.testing.search;

import org.jspecify.annotations.NullMarked;
