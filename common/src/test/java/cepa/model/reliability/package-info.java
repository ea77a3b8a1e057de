/// Tests of how reliability is judged.
@NullMarked
package cepa.model.reliability;

import org.jspecify.annotations.NullMarked;
