/// The source `collector-consensus`: what the directory authorities agreed on, the newest hour.
@NullMarked
package cepa.fetcher.collectorconsensus;

import org.jspecify.annotations.NullMarked;
