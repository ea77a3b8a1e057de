/// The source `aroi-validation`: which relays prove who runs them.
@NullMarked
package cepa.fetcher.aroivalidation;

import org.jspecify.annotations.NullMarked;
