/// Tests of builds: their ledger, manifests and records.
@NullMarked
package cepa.build;

import org.jspecify.annotations.NullMarked;
