/// The source `onionoo-uptime`: how much of the time each relay ran and held its flags.
@NullMarked
package cepa.fetcher.onionoouptime;

import org.jspecify.annotations.NullMarked;
