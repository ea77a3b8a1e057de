/// Tests of one source.
@NullMarked
package cepa.processor.source.authorityhealth;

import org.jspecify.annotations.NullMarked;
