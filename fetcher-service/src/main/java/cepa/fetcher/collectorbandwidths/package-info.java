/// The source `collector-bandwidths`: what each bandwidth scanner measured.
@NullMarked
package cepa.fetcher.collectorbandwidths;

import org.jspecify.annotations.NullMarked;
