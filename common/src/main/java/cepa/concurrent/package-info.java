/// Work on several threads.
@NullMarked
package cepa.concurrent;

import org.jspecify.annotations.NullMarked;
