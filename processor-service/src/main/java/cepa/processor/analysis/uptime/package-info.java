/// Uptime over time: statistics of the network, and how long each relay had its flags.
@NullMarked
package cepa.processor.analysis.uptime;

import org.jspecify.annotations.NullMarked;
