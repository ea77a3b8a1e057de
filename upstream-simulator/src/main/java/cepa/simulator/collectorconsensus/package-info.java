/// The stand-in for CollecTor's consensuses.
@NullMarked
package cepa.simulator.collectorconsensus;

import org.jspecify.annotations.NullMarked;
