/// Digests that name things by what they are.
@NullMarked
package cepa.digest;

import org.jspecify.annotations.NullMarked;
