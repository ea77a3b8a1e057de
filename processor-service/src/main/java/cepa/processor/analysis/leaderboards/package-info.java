/// Operators in order of what they give.
@NullMarked
package cepa.processor.analysis.leaderboards;

import org.jspecify.annotations.NullMarked;
