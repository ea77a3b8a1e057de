/// How operators declare that relays belong together.
@NullMarked
package cepa.model.family;

import org.jspecify.annotations.NullMarked;
