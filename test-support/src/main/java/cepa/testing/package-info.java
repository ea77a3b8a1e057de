/// Builders, contract tests and architecture rules for the tests of every module.
@NullMarked
package cepa.testing;

import org.jspecify.annotations.NullMarked;
