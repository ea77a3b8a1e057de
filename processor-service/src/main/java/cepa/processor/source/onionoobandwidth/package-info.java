/// Onionoo bandwidth: how much each relay read and wrote, and what it reported of overload.
@NullMarked
package cepa.processor.source.onionoobandwidth;

import org.jspecify.annotations.NullMarked;
