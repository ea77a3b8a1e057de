/// The stand-in for the ports of directory authorities that are probed for health.
@NullMarked
package cepa.simulator.authorityhealth;

import org.jspecify.annotations.NullMarked;
