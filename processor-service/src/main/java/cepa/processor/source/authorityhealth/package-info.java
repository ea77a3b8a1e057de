/// Whether the directory authorities answer, as this site's own probes found.
@NullMarked
package cepa.processor.source.authorityhealth;

import org.jspecify.annotations.NullMarked;
