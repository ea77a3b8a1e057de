/// The object store behind one small interface, and the names of everything kept in it.
@NullMarked
package cepa.store;

import org.jspecify.annotations.NullMarked;
