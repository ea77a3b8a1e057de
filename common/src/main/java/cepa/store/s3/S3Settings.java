package cepa.store.s3;

import cepa.store.StoreKey;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the bucket is and how to reach it.
///
/// @param endpoint scheme, host and port of the service, without a path
/// @param bucket name of the bucket
/// @param region region the requests are signed for; most services other than AWS ignore it
/// @param accessKey name of the key to sign with; needed
/// @param secretKey the key to sign with; needed
/// @param prefix put before every key, to share a bucket: empty, or segments each ending in `/`
/// @param createBucket whether to make a missing bucket instead of failing; needs the right to
/// @param connectTimeout longest wait for a connection
/// @param requestTimeout longest duration of one request, its body included
/// @param attempts how often a request is sent at most when the service is busy or unreachable
/// @param retryDelay longest wait before the second attempt; doubles with each, chosen at random
public record S3Settings(
    @DefaultValue("http://localhost:9000") URI endpoint,
    @DefaultValue("cepa")
        @Pattern(
            regexp = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
            message = "must be 3 to 63 of a-z 0-9 . - and begin and end with a letter or digit")
        String bucket,
    @DefaultValue("us-east-1") String region,
    @DefaultValue("") String accessKey,
    @DefaultValue("") Secret secretKey,
    @DefaultValue("") String prefix,
    @DefaultValue("false") boolean createBucket,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("60s") Duration requestTimeout,
    @DefaultValue("4") @Min(1) @Max(20) int attempts,
    @DefaultValue("200ms") Duration retryDelay) {

  public S3Settings {
    String scheme = endpoint.getScheme();
    String path = endpoint.getRawPath();
    boolean plain = path == null || path.isEmpty() || path.equals("/");
    if (!("http".equals(scheme) || "https".equals(scheme))
        || endpoint.getHost() == null
        || !plain) {
      throw new IllegalArgumentException(
          "cepa.store.s3.endpoint must be http(s)://host[:port] without a path, not " + endpoint);
    }
    if (!prefix.isEmpty() && !(prefix.endsWith("/") && StoreKey.isValid(prefix + "x"))) {
      throw new IllegalArgumentException(
          "cepa.store.s3.prefix must be empty or segments of A-Z a-z 0-9 . _ - each ending in /,"
              + " not "
              + prefix);
    }
    requirePositive("connect-timeout", connectTimeout);
    requirePositive("request-timeout", requestTimeout);
    requirePositive("retry-delay", retryDelay);
  }

  /// Settings with every default, for a bucket of a service at `endpoint`.
  public static S3Settings of(URI endpoint, String bucket, String accessKey, Secret secretKey) {
    return new S3Settings(
        endpoint,
        bucket,
        "us-east-1",
        accessKey,
        secretKey,
        "",
        true,
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        4,
        Duration.ofMillis(200));
  }

  private static void requirePositive(String name, Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(
          "cepa.store.s3." + name + " must be longer than zero, not " + duration);
    }
  }
}
