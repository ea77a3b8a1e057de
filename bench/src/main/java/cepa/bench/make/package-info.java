/// The product at work in this process, on data of the simulator, for measurements to look at.
@NullMarked
package cepa.bench.make;

import org.jspecify.annotations.NullMarked;
