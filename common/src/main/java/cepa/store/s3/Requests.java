package cepa.store.s3;

import cepa.error.RetriableException;
import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends requests: again after failures that may pass, and with the bucket made if that is wanted.
final class Requests {

  private static final Logger log = LoggerFactory.getLogger(Requests.class);

  private final S3Settings settings;
  private final MinioClient client;

  /// Set once [#requireBucket] saw it; only spares requests, so a race does no harm.
  private volatile boolean bucketSeen;

  Requests(S3Settings settings, MinioClient client) {
    this.settings = settings;
    this.client = client;
  }

  /// One request; may be sent several times.
  interface Request<T> {
    T send() throws MinioException, IOException;
  }

  /// The answer, or empty if there is no such object.
  <T> Optional<T> ifPresent(String verb, String key, Request<T> request) {
    return this.<Optional<T>>send(
        verb,
        key,
        () -> {
          try {
            return Optional.of(request.send());
          } catch (MinioException e) {
            if (S3Failure.code(e).equals("NoSuchKey")) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  <T> T send(String verb, String key, Request<T> request) {
    String what = verb + " " + key;
    boolean mayCreate = settings.createBucket();
    for (int attempt = 1; ; attempt++) {
      try {
        return unwrapped(request);
      } catch (MinioException | IOException e) {
        if (mayCreate && S3Failure.code(e).equals("NoSuchBucket")) {
          mayCreate = false;
          createBucket();
          attempt--; // not a failure of the service
        } else if (!S3Failure.mayPass(e) || attempt >= settings.attempts()) {
          throw S3Failure.explain(settings, what, e);
        } else {
          log.debug("Attempt {} to {} failed; trying again", attempt, what, e);
          pause(what, attempt, e);
        }
      }
    }
  }

  /// The client wraps failures of the network in an unchecked exception.
  private static <T> T unwrapped(Request<T> request) throws MinioException, IOException {
    try {
      return request.send();
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof GeneralSecurityException distrust) {
        throw new SSLException("the service's certificate is not trusted", distrust);
      }
      throw e;
    }
  }

  /// Fails if the bucket is missing and may not be made; asks at most until it was seen once.
  void requireBucket() {
    if (bucketSeen) {
      return;
    }
    var args = BucketExistsArgs.builder().bucket(settings.bucket()).build();
    boolean exists = send("look at bucket", settings.bucket(), () -> client.bucketExists(args));
    bucketSeen = exists;
    if (!exists && !settings.createBucket()) {
      throw S3Failure.noBucket(settings, "look at an object", null);
    }
  }

  private void createBucket() {
    var args = MakeBucketArgs.builder().bucket(settings.bucket()).build();
    try {
      unwrapped(() -> {
        client.makeBucket(args);
        return args;
      });
      log.info("Made bucket {} at {}", settings.bucket(), settings.endpoint());
    } catch (MinioException | IOException e) {
      String code = S3Failure.code(e);
      if (!code.equals("BucketAlreadyOwnedByYou") && !code.equals("BucketAlreadyExists")) {
        throw S3Failure.explain(settings, "make bucket " + settings.bucket(), e);
      }
    }
  }

  /// Waits a random part of a delay that doubles, so that clients a busy service turned away do not
  /// come back together.
  private void pause(String what, int attempt, @Nullable Exception cause) {
    long longest = settings.retryDelay().toMillis() << Math.min(attempt - 1, 6);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(longest + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetriableException("Interrupted before another attempt to " + what, cause);
    }
  }
}
