/// Builds: when one starts, how it is followed, checked, published and cleared away.
@NullMarked
package cepa.processor.build;

import org.jspecify.annotations.NullMarked;
