/// Tests of rarity.
@NullMarked
package cepa.processor.analysis.rarity;

import org.jspecify.annotations.NullMarked;
