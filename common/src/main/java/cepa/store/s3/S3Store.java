package cepa.store.s3;

import cepa.error.PermanentException;
import cepa.store.ObjectStore;
import cepa.store.PreconditionFailedException;
import cepa.store.PutCondition;
import cepa.store.StoreKey;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.errors.MinioException;
import io.minio.messages.DeleteRequest;
import io.minio.messages.DeleteResult;
import io.minio.messages.Item;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Objects in a bucket. Nothing is sent before the first call, so a service that starts before its
/// store reports itself unhealthy instead of dying.
///
/// A conditional put is `If-None-Match: *` or `If-Match`; the service must honour both (MinIO, AWS
/// and S3Proxy do). If the answer to such a put is lost and the repeated one is refused, the store
/// looks whether its own bytes are there: then the first one had won.
public final class S3Store implements ObjectStore {

  private static final int DELETE_BATCH = 1000;

  private final S3Settings settings;
  private final MinioClient client;
  private final Requests requests;

  public S3Store(S3Settings settings) {
    this.settings = settings;
    this.client = Clients.open(settings);
    this.requests = new Requests(settings, client);
  }

  @Override
  public Optional<StoredObject> get(String key) {
    return requests.ifPresent("read", key, () -> read(key));
  }

  private StoredObject read(String key) throws MinioException, IOException {
    try (GetObjectResponse response = client.getObject(getArgs(key).build())) {
      byte[] body = response.readAllBytes();
      return new StoredObject(body, unquoted(response.headers().get("ETag")));
    }
  }

  @Override
  public Optional<byte[]> getRange(String key, long offset, int length) {
    Objects.checkFromIndexSize(offset, length, Long.MAX_VALUE);
    if (length == 0) { // HTTP cannot express an empty range
      Optional<ObjectInfo> object = head(key);
      if (object.isPresent() && object.get().size() < offset) {
        throw tooShort(key, offset, length);
      }
      return object.map(_ -> new byte[0]);
    }
    Optional<byte[]> range =
        requests.ifPresent(
            "read",
            key,
            () -> {
              GetObjectArgs args = getArgs(key).offset(offset).length((long) length).build();
              try (GetObjectResponse response = client.getObject(args)) {
                return response.readAllBytes();
              } catch (MinioException e) {
                if (S3Failure.code(e).equals("InvalidRange")) {
                  throw tooShort(key, offset, length);
                }
                throw e;
              }
            });
    if (range.isPresent() && range.get().length != length) {
      throw tooShort(key, offset, length);
    }
    return range;
  }

  private PermanentException tooShort(String key, long offset, int length) {
    return new PermanentException(
        "Object %s in %s is shorter than the range %d + %d asked for: it is damaged or not the one meant"
            .formatted(key, this, offset, length));
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    Optional<ObjectInfo> found =
        requests.ifPresent(
            "look at",
            key,
            () -> {
              StatObjectResponse stat =
                  client.statObject(
                      StatObjectArgs.builder().bucket(settings.bucket()).object(name(key)).build());
              Instant modified = stat.lastModified().toInstant();
              return new ObjectInfo(key, stat.size(), modified, unquoted(stat.etag()));
            });
    if (found.isEmpty()) {
      requests.requireBucket(); // the answer to HEAD is the same for a missing bucket
    }
    return found;
  }

  @Override
  public String put(String key, byte[] body, String contentType, PutCondition condition) {
    PutObjectArgs args =
        PutObjectArgs.builder()
            .bucket(settings.bucket())
            .object(name(key))
            .headers(headers(condition))
            .contentType(contentType)
            .data(body, body.length)
            .build();
    boolean conditional = !(condition instanceof PutCondition.Always);
    var attempts = new AtomicInteger();
    return requests.send(
        "write",
        key,
        () -> {
          boolean repeated = attempts.getAndIncrement() > 0;
          try {
            return unquoted(client.putObject(args).etag());
          } catch (MinioException e) {
            if (!conditional || !isRefusal(e)) {
              throw e;
            }
            Optional<StoredObject> now = repeated ? get(key) : Optional.empty();
            if (now.isPresent() && Arrays.equals(now.get().body(), body)) {
              return now.get().etag();
            }
            throw new PreconditionFailedException(key);
          }
        });
  }

  private static boolean isRefusal(MinioException e) {
    String code = S3Failure.code(e);
    return code.equals("PreconditionFailed")
        || code.equals("NoSuchKey"); // the answer to If-Match for a missing object
  }

  private static Map<String, String> headers(PutCondition condition) {
    return switch (condition) {
      case PutCondition.Always() -> Map.of();
      case PutCondition.Absent() -> Map.of("If-None-Match", "*");
      case PutCondition.IfMatch(String etag) -> Map.of("If-Match", '"' + etag + '"');
    };
  }

  @Override
  public void delete(Collection<String> keys) {
    var names = keys.stream().map(this::name).map(DeleteRequest.Object::new).toList();
    for (int from = 0; from < names.size(); from += DELETE_BATCH) {
      var batch = names.subList(from, Math.min(names.size(), from + DELETE_BATCH));
      requests.send("delete", batch.size() + " objects", () -> delete(batch));
    }
  }

  private boolean delete(List<DeleteRequest.Object> batch) throws MinioException {
    var args = RemoveObjectsArgs.builder().bucket(settings.bucket()).objects(batch).build();
    for (Result<DeleteResult.Error> result : client.removeObjects(args)) {
      DeleteResult.Error error = result.get();
      if (!error.code().equals("NoSuchKey")) {
        throw S3Failure.refusedDelete(settings, error.objectName(), error.code(), error.message());
      }
    }
    return true;
  }

  @Override
  public void list(String prefix, Consumer<ObjectInfo> visitor) {
    StoreKey.require(prefix + "x"); // a prefix is what a key may begin with
    var listing =
        new Object() {
          @Nullable String last = null;
        };
    requests.send(
        "list",
        prefix,
        () -> {
          // A failure on the way goes on after the last object that was visited.
          for (Result<Item> result : client.listObjects(listArgs(prefix, listing.last))) {
            Item item = result.get();
            if (item.isDir() || item.objectName().endsWith("/")) {
              continue; // placeholders some tools make
            }
            listing.last = item.objectName();
            visitor.accept(
                new ObjectInfo(
                    item.objectName().substring(settings.prefix().length()),
                    item.size(),
                    item.lastModified().toInstant(),
                    unquoted(item.etag())));
          }
          return true;
        });
  }

  private ListObjectsArgs listArgs(String prefix, @Nullable String after) {
    var args =
        ListObjectsArgs.builder()
            .bucket(settings.bucket())
            .prefix(settings.prefix() + prefix)
            .recursive(true);
    return (after == null ? args : args.startAfter(after)).build();
  }

  @Override
  public void close() {
    Clients.close(client);
  }

  @Override
  public String toString() {
    return "bucket " + settings.bucket() + " at " + settings.endpoint();
  }

  private GetObjectArgs.Builder getArgs(String key) {
    return GetObjectArgs.builder().bucket(settings.bucket()).object(name(key));
  }

  private String name(String key) {
    return settings.prefix() + StoreKey.require(key);
  }

  private static String unquoted(@Nullable String etag) {
    return etag == null ? "" : etag.replace("\"", "");
  }
}
