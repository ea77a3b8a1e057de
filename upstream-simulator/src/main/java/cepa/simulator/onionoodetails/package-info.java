/// The stand-in for Onionoo's details document.
@NullMarked
package cepa.simulator.onionoodetails;

import org.jspecify.annotations.NullMarked;
