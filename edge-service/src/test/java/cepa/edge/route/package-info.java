/// Tests of the routing rules.
@NullMarked
package cepa.edge.route;

import org.jspecify.annotations.NullMarked;
