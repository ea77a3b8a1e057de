/// CollecTor's newest consensus: which relays the network has, and what clients are told of them.
@NullMarked
package cepa.processor.source.collectorconsensus;

import org.jspecify.annotations.NullMarked;
