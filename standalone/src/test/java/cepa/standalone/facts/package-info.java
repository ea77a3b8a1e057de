/// Whether the model says what the reference says, or why not.
@NullMarked
package cepa.standalone.facts;

import org.jspecify.annotations.NullMarked;
