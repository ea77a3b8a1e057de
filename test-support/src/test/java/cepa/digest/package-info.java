/// Tests of digests.
@NullMarked
package cepa.digest;

import org.jspecify.annotations.NullMarked;
