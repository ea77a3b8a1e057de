/// The stand-in for Onionoo's bandwidth document.
@NullMarked
package cepa.simulator.onionoobandwidth;

import org.jspecify.annotations.NullMarked;
