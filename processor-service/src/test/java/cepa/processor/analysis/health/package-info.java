/// Tests of how the network's health is found out.
@NullMarked
package cepa.processor.analysis.health;

import org.jspecify.annotations.NullMarked;
