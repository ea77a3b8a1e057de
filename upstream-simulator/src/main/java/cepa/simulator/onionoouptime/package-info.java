/// The stand-in for Onionoo's uptime document.
@NullMarked
package cepa.simulator.onionoouptime;

import org.jspecify.annotations.NullMarked;
