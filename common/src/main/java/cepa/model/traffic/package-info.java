/// What relays carried: bytes and bandwidth over time, of relays, groups and the network.
@NullMarked
package cepa.model.traffic;

import org.jspecify.annotations.NullMarked;
