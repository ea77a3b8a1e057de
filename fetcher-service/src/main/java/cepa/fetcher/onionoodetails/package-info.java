/// The source `onionoo-details`: every relay with its present state; without it there is no site.
@NullMarked
package cepa.fetcher.onionoodetails;

import org.jspecify.annotations.NullMarked;
