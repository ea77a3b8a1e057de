/// Onionoo uptime: how much of the time each relay ran.
@NullMarked
package cepa.processor.source.onionoouptime;

import org.jspecify.annotations.NullMarked;
