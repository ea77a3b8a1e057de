/// The stand-in for the results of the AROI validator.
@NullMarked
package cepa.simulator.aroi;

import org.jspecify.annotations.NullMarked;
