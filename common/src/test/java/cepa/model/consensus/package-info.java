@NullMarked
package cepa.model.consensus;

import org.jspecify.annotations.NullMarked;
