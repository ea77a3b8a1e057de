/// Where each relay stands among all of them.
@NullMarked
package cepa.model.rank;

import org.jspecify.annotations.NullMarked;
