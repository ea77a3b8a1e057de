/// How rare relays are in each country and network.
@NullMarked
package cepa.processor.analysis.rarity;

import org.jspecify.annotations.NullMarked;
