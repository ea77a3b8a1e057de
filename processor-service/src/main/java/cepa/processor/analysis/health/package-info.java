/// How the whole network is doing: counts, averages and a verdict (analytics 11).
@NullMarked
package cepa.processor.analysis.health;

import org.jspecify.annotations.NullMarked;
