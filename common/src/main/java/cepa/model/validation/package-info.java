/// Which operators prove who they are, and why the others do not.
@NullMarked
package cepa.model.validation;

import org.jspecify.annotations.NullMarked;
