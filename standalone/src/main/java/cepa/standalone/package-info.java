/// Everything in one process: broker, services and simulator, steered from the command line.
@NullMarked
package cepa.standalone;

import org.jspecify.annotations.NullMarked;
