/// The whole system, in one process and in several, against the simulator.
@NullMarked
package cepa.standalone.system;

import org.jspecify.annotations.NullMarked;
