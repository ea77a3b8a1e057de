/// How rare it is to find relays in a country or a network.
@NullMarked
package cepa.model.rarity;

import org.jspecify.annotations.NullMarked;
