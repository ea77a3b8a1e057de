/// The source `collector-votes`: what each directory authority thinks of every relay.
@NullMarked
package cepa.fetcher.collectorvotes;

import org.jspecify.annotations.NullMarked;
