package cepa.standalone.facts.health;

import cepa.model.validation.FailureKind;

/// Failures of proofs as golden files name them.
public final class FailureLabels {

  private FailureLabels() {}

  public static String of(FailureKind kind) {
    return switch (kind) {
      case DNS_NAME_UNKNOWN -> "DNS: Domain not found (NXDOMAIN)";
      case DNS_SERVER_FAILURE -> "DNS: Server failure (SERVFAIL)";
      case DNS_RECORD_NOT_FOUND -> "DNS: TXT record not found";
      case DNS_RECORD_ERROR -> "DNS: TXT record error";
      case DNS_LOOKUP_FAILED -> "DNS: Lookup failed";
      case URI_OLD_HANDSHAKE_FAILED -> "URI: SSL/TLS v3 handshake failed";
      case URI_HANDSHAKE_FAILED -> "URI: SSL/TLS handshake failed";
      case URI_CERTIFICATE -> "URI: SSL certificate error";
      case URI_FINGERPRINT_FILE_NOT_FOUND -> "URI: Fingerprint file not found (404)";
      case URI_PROOF_FILE_NOT_FOUND -> "URI: Proof file not found (404)";
      case URI_FORBIDDEN -> "URI: Access forbidden (403)";
      case URI_CONNECTION_REFUSED -> "URI: Connection refused";
      case URI_TIMEOUT -> "URI: Connection timeout";
      case URI_NAME_UNKNOWN -> "URI: Domain resolution failed";
      case URI_UNREACHABLE -> "URI: Server unreachable";
      case DNS_FINGERPRINT_MISMATCH -> "DNS: Fingerprint mismatch";
      case URI_FINGERPRINT_MISMATCH -> "URI: Fingerprint mismatch";
      case URI_FINGERPRINT_NOT_LISTED -> "URI: Fingerprint not in proof";
      case URI_CONNECTION_ERROR -> "URI: Connection error";
      case NOT_PROCESSED, OTHER -> "";
    };
  }
}
