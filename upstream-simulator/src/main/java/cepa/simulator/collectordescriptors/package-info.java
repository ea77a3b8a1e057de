/// The stand-in for CollecTor's server descriptors, family certificates included.
@NullMarked
package cepa.simulator.collectordescriptors;

import org.jspecify.annotations.NullMarked;
