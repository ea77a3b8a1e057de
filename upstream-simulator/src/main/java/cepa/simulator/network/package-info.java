/// The invented network behind every simulated document: who its relays are, and what each of them
/// does at any hour. A pure function of seed, relay count and tick.
@NullMarked
package cepa.simulator.network;

import org.jspecify.annotations.NullMarked;
