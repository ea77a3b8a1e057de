/// What the figures say about risks and diversity, of the network and of each operator.
@NullMarked
package cepa.model.intelligence;

import org.jspecify.annotations.NullMarked;
