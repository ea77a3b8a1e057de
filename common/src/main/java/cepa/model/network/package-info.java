/// The network as a whole, cut in ways the core of the model does not.
@NullMarked
package cepa.model.network;

import org.jspecify.annotations.NullMarked;
