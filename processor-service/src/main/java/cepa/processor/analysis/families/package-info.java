/// How relays declare that they belong together.
@NullMarked
package cepa.processor.analysis.families;

import org.jspecify.annotations.NullMarked;
