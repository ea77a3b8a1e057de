/// A stand-in for every upstream service: one invented network, served over HTTP in the upstream
/// formats, with a clock moved by hand and faults on demand. See PIPELINE.md beside this file.
@NullMarked
package cepa.simulator;

import org.jspecify.annotations.NullMarked;
