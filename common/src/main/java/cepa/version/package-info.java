/// Which code this is: the released version and the digest that stamps models and pages.
@NullMarked
package cepa.version;

import org.jspecify.annotations.NullMarked;
