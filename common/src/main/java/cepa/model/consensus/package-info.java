/// What directory authorities say: votes, consensus, thresholds, family keys, and what follows from
/// them for every relay.
@NullMarked
package cepa.model.consensus;

import org.jspecify.annotations.NullMarked;
