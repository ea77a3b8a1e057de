/// What is wrong with each relay, and what its operator can do about it.
@NullMarked
package cepa.processor.analysis.diagnostics;

import org.jspecify.annotations.NullMarked;
