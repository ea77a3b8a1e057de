package cepa.model.validation;

/// Why a proof fails. In the order in which one is preferred to name the whole if there are several
/// (analytics 10).
public enum FailureKind {
  /// NXDOMAIN.
  DNS_NAME_UNKNOWN(Place.DNS),
  /// SERVFAIL.
  DNS_SERVER_FAILURE(Place.DNS),
  DNS_RECORD_NOT_FOUND(Place.DNS),
  DNS_RECORD_ERROR(Place.DNS),
  DNS_LOOKUP_FAILED(Place.DNS),
  URI_OLD_HANDSHAKE_FAILED(Place.URI),
  URI_HANDSHAKE_FAILED(Place.URI),
  URI_CERTIFICATE(Place.URI),
  /// 404 for the file of fingerprints.
  URI_FINGERPRINT_FILE_NOT_FOUND(Place.URI),
  /// 404 without saying for what.
  URI_PROOF_FILE_NOT_FOUND(Place.URI),
  URI_FORBIDDEN(Place.URI),
  URI_CONNECTION_REFUSED(Place.URI),
  URI_TIMEOUT(Place.URI),
  URI_NAME_UNKNOWN(Place.URI),
  URI_UNREACHABLE(Place.URI),
  DNS_FINGERPRINT_MISMATCH(Place.DNS),
  URI_FINGERPRINT_MISMATCH(Place.URI),
  /// The file is there and does not list the relay.
  URI_FINGERPRINT_NOT_LISTED(Place.URI),
  /// Another answer than success, or none.
  URI_CONNECTION_ERROR(Place.URI),
  /// The validator does not know the relay yet.
  NOT_PROCESSED(Place.OTHER),
  OTHER(Place.OTHER);

  private final Place place;

  FailureKind(Place place) {
    this.place = place;
  }

  public Place place() {
    return place;
  }

  /// Where a proof fails.
  public enum Place {
    DNS,
    URI,
    OTHER
  }
}
