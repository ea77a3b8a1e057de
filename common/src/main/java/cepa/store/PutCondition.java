package cepa.store;

/// What must hold for a put to take effect.
public sealed interface PutCondition {

  /// No condition.
  record Always() implements PutCondition {}

  /// There is no object under the key (`If-None-Match: *`).
  record Absent() implements PutCondition {}

  /// The object under the key still has this entity tag (`If-Match`).
  record IfMatch(String etag) implements PutCondition {}

  static PutCondition always() {
    return new Always();
  }

  static PutCondition absent() {
    return new Absent();
  }

  static PutCondition ifMatch(String etag) {
    return new IfMatch(etag);
  }
}
