/// Measures how the way from the log to the model grows with the network.
@NullMarked
package cepa.bench.growth;

import org.jspecify.annotations.NullMarked;
