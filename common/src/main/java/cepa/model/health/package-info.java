/// How the whole network is doing: counts and averages that no other part holds, and a verdict.
@NullMarked
package cepa.model.health;

import org.jspecify.annotations.NullMarked;
