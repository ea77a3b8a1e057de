/// Sums by the flags that make roles.
@NullMarked
package cepa.processor.analysis.roles;

import org.jspecify.annotations.NullMarked;
