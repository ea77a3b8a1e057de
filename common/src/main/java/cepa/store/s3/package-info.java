/// The object store in a bucket of any S3-compatible service, through the MinIO client.
@NullMarked
package cepa.store.s3;

import org.jspecify.annotations.NullMarked;
