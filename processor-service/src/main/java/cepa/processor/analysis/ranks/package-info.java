/// Where each relay stands among all of them.
@NullMarked
package cepa.processor.analysis.ranks;

import org.jspecify.annotations.NullMarked;
