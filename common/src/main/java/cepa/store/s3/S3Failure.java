package cepa.store.s3;

import cepa.error.CepaException;
import cepa.error.PermanentException;
import cepa.error.RetriableException;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.InsufficientDataException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says what a failed request means for the store and what to do about it.
final class S3Failure {

  private static final int FIRST_SERVER_ERROR = 500;

  private static final Set<String> PASSING =
      Set.of(
          "SlowDown",
          "SlowDownRead",
          "SlowDownWrite",
          "ServiceUnavailable",
          "InternalError",
          "RequestTimeout",
          "Throttling",
          "TooManyRequests",
          "XMinioServerNotInitialized",
          "OperationAborted",
          "ConditionalRequestConflict", // two conditional puts met; the next one gets an answer
          "Conflict");

  private static final Set<String> REFUSED =
      Set.of("AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidSecurity");

  private static final Set<String> FULL = Set.of("XMinioStorageFull", "QuotaExceeded");

  private S3Failure() {}

  /// The service's own code of the failure, empty if it gave none.
  static String code(Exception e) {
    if (e instanceof ErrorResponseException response) {
      String code = response.errorResponse().code();
      return code == null ? "" : code;
    }
    return "";
  }

  /// Whether the same request may succeed later.
  static boolean mayPass(Exception e) {
    return switch (e) {
      case ErrorResponseException response ->
          PASSING.contains(code(response))
              || (response.response().code() >= FIRST_SERVER_ERROR
                  && !FULL.contains(code(response))
                  && !code(response).equals("NotImplemented"));
      case ServerException server -> server.statusCode() >= FIRST_SERVER_ERROR;
      case InvalidResponseException invalid ->
          // the status is only in the text; gateways answer for a dead service in HTML
          String.valueOf(invalid.getMessage()).contains("Response code: 5");
      case InsufficientDataException _ -> true;
      case SSLException _ -> false;
      case IOException _ -> true;
      default -> e.getCause() instanceof Exception cause && mayPass(cause);
    };
  }

  /// @param what the action that failed, as in "write packs/ab"
  static CepaException explain(S3Settings settings, String what, Exception e) {
    String code = code(e);
    String failed =
        "Cannot " + what + " in bucket " + settings.bucket() + " at " + settings.endpoint() + ": ";
    if (code.equals("NoSuchBucket")) {
      return noBucket(settings, what, e);
    }
    if (REFUSED.contains(code)) {
      return new PermanentException(
          failed
              + "the service refused the credentials ("
              + code
              + "); check cepa.store.s3.access-key, cepa.store.s3.secret-key, cepa.store.s3.region"
              + " and what the key may do",
          e);
    }
    if (FULL.contains(code)) {
      return new PermanentException(failed + "the service is full (" + code + "); free space", e);
    }
    if (code.equals("RequestTimeTooSkewed")) {
      return new PermanentException(
          failed + "this machine's clock differs from the service's; set the clock", e);
    }
    if (mayPass(e)) {
      return new RetriableException(
          failed
              + "unreachable or busy after "
              + settings.attempts()
              + " attempts ("
              + reason(e)
              + "); see whether the service runs and cepa.store.s3.endpoint is right",
          e);
    }
    return new PermanentException(
        failed
            + reason(e)
            + (code.isEmpty() ? "" : " (" + code + ")")
            + "; see whether cepa.store.s3.endpoint is an S3 service that offers this",
        e);
  }

  static PermanentException noBucket(S3Settings settings, String what, @Nullable Exception e) {
    return new PermanentException(
        "Cannot "
            + what
            + ": there is no bucket "
            + settings.bucket()
            + " at "
            + settings.endpoint()
            + "; make it, correct cepa.store.s3.bucket or set cepa.store.s3.create-bucket=true",
        e);
  }

  static CepaException refusedDelete(
      S3Settings settings, String name, String code, @Nullable String message) {
    String text =
        "Cannot delete %s in bucket %s at %s: %s (%s)"
            .formatted(name, settings.bucket(), settings.endpoint(), message, code);
    return PASSING.contains(code)
        ? new RetriableException(text, null)
        : new PermanentException(text + "; check what the key may do");
  }

  private static String reason(Exception e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null ? deepest.getClass().getSimpleName() : message;
  }
}
