package cepa.model.validation;

/// Where a proof is published.
public enum ProofType {
  /// A TXT record for each relay.
  DNS_RSA,
  /// A file of fingerprints on the web.
  URI_RSA
}
