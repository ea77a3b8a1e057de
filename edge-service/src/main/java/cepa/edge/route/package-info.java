/// Paths: which are refused, which lead where, and the compact table of all paths of a build.
@NullMarked
package cepa.edge.route;

import org.jspecify.annotations.NullMarked;
