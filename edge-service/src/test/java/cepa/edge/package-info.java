/// Tests of the edge: rules by themselves, and the real server over hand-made builds.
@NullMarked
package cepa.edge;

import org.jspecify.annotations.NullMarked;
