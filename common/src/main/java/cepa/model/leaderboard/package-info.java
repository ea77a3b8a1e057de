/// Operators in order of what they give to the network.
@NullMarked
package cepa.model.leaderboard;

import org.jspecify.annotations.NullMarked;
