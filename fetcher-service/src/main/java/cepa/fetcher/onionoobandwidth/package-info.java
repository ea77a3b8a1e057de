/// The source `onionoo-bandwidth`: how much each relay wrote and read, and when it was overloaded.
@NullMarked
package cepa.fetcher.onionoobandwidth;

import org.jspecify.annotations.NullMarked;
