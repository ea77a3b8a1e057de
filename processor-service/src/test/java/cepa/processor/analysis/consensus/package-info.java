/// Tests of what votes, consensus and descriptors make of relays.
@NullMarked
package cepa.processor.analysis.consensus;

import org.jspecify.annotations.NullMarked;
