package cepa.testing.store;

import java.io.InputStream;
import java.util.concurrent.locks.ReentrantLock;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Makes `If-Match` puts atomic, as real services do: S3Proxy compares the tag before it begins to
/// write, so of several racing writers more than one could win.
final class SwappingBlobStore extends ForwardingBlobStore {

  private final ReentrantLock swap = new ReentrantLock();

  SwappingBlobStore(BlobStore store) {
    super(store);
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
    if (request.ifMatch() == null) {
      return super.putBlob(request, body);
    }
    swap.lock();
    try {
      HeadObjectResponse now = blobMetadataIfPresent(request.bucket(), request.key());
      if (now == null || !unquoted(now.eTag()).equals(unquoted(request.ifMatch()))) {
        throw new S3ProxyException(S3ErrorCode.PRECONDITION_FAILED);
      }
      return super.putBlob(request, body);
    } finally {
      swap.unlock();
    }
  }

  private static String unquoted(String etag) {
    return etag.replace("\"", "");
  }
}
