/// Tests of the builders that other tests rely on.
@NullMarked
package cepa.testing.model;

import org.jspecify.annotations.NullMarked;
