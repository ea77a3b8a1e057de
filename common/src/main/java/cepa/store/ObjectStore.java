package cepa.store;

import cepa.error.PermanentException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/// A store of immutable objects and a few pointers, addressed by keys such as `packs/<sha256>`.
///
/// A key is one or more segments of `A-Z a-z 0-9 . _ -`, joined by `/`, at most 512 bytes, no
/// segment being `.` or `..`; anything else is refused with a [PermanentException] before it
/// reaches the store. An object is there whole or not at all: a reader never sees half a put. Every
/// method may throw [RetriableException] (unreachable, busy, timed out) and [PermanentException]
/// (refused credentials, missing bucket, unwritable directory, full disk). Implementations are safe
/// for use by many threads.
public interface ObjectStore extends AutoCloseable {

  /// The whole object, or empty if there is none.
  Optional<StoredObject> get(String key);

  /// `length` bytes from `offset`, or empty if there is no such object.
  ///
  /// @throws PermanentException if the object is shorter than `offset + length`
  Optional<byte[]> getRange(String key, long offset, int length);

  /// What is known of an object without reading it, or empty if there is none.
  Optional<ObjectInfo> head(String key);

  /// Writes an object, replacing what was there.
  ///
  /// @return the entity tag of what is now stored
  default String put(String key, byte[] body, String contentType) {
    return put(key, body, contentType, PutCondition.always());
  }

  /// Writes an object if `condition` holds at that moment; of racing writers with the same
  /// condition exactly one wins.
  ///
  /// @return the entity tag of what is now stored
  /// @throws PreconditionFailedException if the condition does not hold; nothing was written
  String put(String key, byte[] body, String contentType, PutCondition condition);

  /// Deletes objects; keys without an object are ignored.
  void delete(Collection<String> keys);

  /// Calls `visitor` with every object whose key starts with `prefix`, in order of key. Costly on
  /// big prefixes: for garbage collection and small prefixes only, never to find the state of the
  /// site.
  void list(String prefix, Consumer<ObjectInfo> visitor);

  @Override
  void close();

  /// An object with its body.
  ///
  /// @param body the bytes; not to be changed by the caller
  /// @param etag entity tag, as [PutCondition#ifMatch] wants it
  record StoredObject(byte[] body, String etag) {}

  /// @param key the full key
  /// @param size bytes
  /// @param lastModified when it was last put, by the store's clock
  /// @param etag entity tag; from a listing it may be empty
  record ObjectInfo(String key, long size, Instant lastModified, String etag) {}
}
