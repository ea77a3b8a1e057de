/// Documents over HTTP: conditional, compressed, bounded in time and size, tried again by rule.
@NullMarked
package cepa.fetcher.http;

import org.jspecify.annotations.NullMarked;
