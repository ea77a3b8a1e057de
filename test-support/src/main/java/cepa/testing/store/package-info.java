/// The contract of the object store as tests, and an S3 service that runs inside them.
@NullMarked
package cepa.testing.store;

import org.jspecify.annotations.NullMarked;
