/// What the documents of directory authorities and relays have in common: lines, armour, and what
/// each authority thinks of a relay.
@NullMarked
package cepa.simulator.directory;

import org.jspecify.annotations.NullMarked;
