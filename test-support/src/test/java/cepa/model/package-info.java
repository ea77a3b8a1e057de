/// Tests of the domain.
@NullMarked
package cepa.model;

import org.jspecify.annotations.NullMarked;
