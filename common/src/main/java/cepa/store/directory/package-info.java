/// The object store as a directory: files below one root, for one machine and no other server.
@NullMarked
package cepa.store.directory;

import org.jspecify.annotations.NullMarked;
