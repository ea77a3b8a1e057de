/// How reliably relays and operators serve: uptime over time, with flags, and overload.
@NullMarked
package cepa.model.reliability;

import org.jspecify.annotations.NullMarked;
