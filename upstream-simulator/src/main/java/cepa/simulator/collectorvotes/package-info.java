/// The stand-in for CollecTor's votes.
@NullMarked
package cepa.simulator.collectorvotes;

import org.jspecify.annotations.NullMarked;
