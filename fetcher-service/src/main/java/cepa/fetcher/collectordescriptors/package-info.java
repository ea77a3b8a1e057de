/// The source `collector-descriptors`: what relays say about themselves, of the last hours.
@NullMarked
package cepa.fetcher.collectordescriptors;

import org.jspecify.annotations.NullMarked;
