/// How documents in JSON are read: as a stream of tokens, within limits, never whole in memory.
@NullMarked
package cepa.fetcher.json;

import org.jspecify.annotations.NullMarked;
