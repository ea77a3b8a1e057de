/// Onionoo details: the list of relays, without which there is no site.
@NullMarked
package cepa.processor.source.onionoodetails;

import org.jspecify.annotations.NullMarked;
