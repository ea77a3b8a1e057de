/// Keeps the files of `infra` and the compose file valid without Docker or a cluster.
@NullMarked
package cepa.testing.infra;

import org.jspecify.annotations.NullMarked;
