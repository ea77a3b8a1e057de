/// Who runs the relays: names, countries, places in the network.
@NullMarked
package cepa.model.operator;

import org.jspecify.annotations.NullMarked;
