/// Builds made by hand, for tests of what reads them.
@NullMarked
package cepa.testing.build;

import org.jspecify.annotations.NullMarked;
