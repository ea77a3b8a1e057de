/// The ways an upstream service can fail, and the list of those to show.
@NullMarked
package cepa.simulator.fault;

import org.jspecify.annotations.NullMarked;
