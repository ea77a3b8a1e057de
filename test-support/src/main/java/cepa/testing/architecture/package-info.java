/// The rules on who may use whom, checked in every module on its compiled classes.
@NullMarked
package cepa.testing.architecture;

import org.jspecify.annotations.NullMarked;
