/// The data directory of an instance: who holds it, and how others reach it.
@NullMarked
package cepa.standalone.instance;

import org.jspecify.annotations.NullMarked;
