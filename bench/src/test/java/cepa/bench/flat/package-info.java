/// A site written as files: which there are, of which family, and how they are gone through.
@NullMarked
package cepa.bench.flat;

import org.jspecify.annotations.NullMarked;
