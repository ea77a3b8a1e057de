package cepa.testing.store;

import cepa.store.s3.S3Settings;
import cepa.store.s3.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;

/// An S3 service on an ephemeral loopback port, in this process. It checks signatures and honours
/// conditional puts; it has no bucket until a client makes one. Listing big prefixes is slow.
public final class S3Server implements AutoCloseable {

  public static final String ACCESS_KEY = "test-access-key";
  public static final String SECRET_KEY = "test-secret-key";

  private final S3Proxy proxy;

  private S3Server(BlobStore backend) {
    BlobStore store = new SwappingBlobStore(backend);
    this.proxy =
        S3Proxy.builder()
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .blobStore(store)
            .stopTimeout(0) // do not wait for idle connections of clients
            .build();
    proxy.setBlobStoreLocator((identity, _, _) -> grant(identity, store));
    try {
      proxy.start();
    } catch (Exception e) { // declared so broadly
      throw new IllegalStateException("The S3 server for tests did not start", e);
    }
  }

  /// A server that forgets everything when it is closed.
  public static S3Server inMemory() {
    return new S3Server(new TransientNio2BlobStore());
  }

  /// A server that keeps buckets as directories below `root`, which is made if missing.
  public static S3Server onDirectory(Path root) throws IOException {
    Path absolute = Files.createDirectories(root).toRealPath(); // a relative root lists nothing
    return new S3Server(new FilesystemNio2BlobStore(absolute.toString()));
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + proxy.getPort());
  }

  public String accessKey() {
    return ACCESS_KEY;
  }

  public String secretKey() {
    return SECRET_KEY;
  }

  /// Settings to open a store in `bucket`, which is made at the first use.
  public S3Settings settings(String bucket) {
    return S3Settings.of(endpoint(), bucket, ACCESS_KEY, new Secret(SECRET_KEY));
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) { // declared so broadly
      throw new IllegalStateException("The S3 server for tests did not stop", e);
    }
  }

  private static @Nullable AccessGrant grant(@Nullable String identity, BlobStore store) {
    return ACCESS_KEY.equals(identity) ? new AccessGrant(SECRET_KEY, store) : null;
  }
}
