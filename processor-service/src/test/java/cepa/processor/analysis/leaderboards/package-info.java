/// Tests of leaderboards.
@NullMarked
package cepa.processor.analysis.leaderboards;

import org.jspecify.annotations.NullMarked;
