/// The stand-in for CollecTor's bandwidth files.
@NullMarked
package cepa.simulator.collectorbandwidths;

import org.jspecify.annotations.NullMarked;
