package cepa.model.validation;

/// How far the proof of a relay or of a group's relays has come (relay-model 12.2, 12.3). For a
/// group the first that one of its relays has.
public enum ValidationStatus {
  /// The operator's domain lists the relay.
  VALIDATED,
  /// The domain publishes a proof, but not for this relay.
  UNAUTHORIZED,
  /// The contact is complete but no proof could be read, or the validator does not know the relay
  /// yet.
  MISCONFIGURED,
  /// The contact is complete, but there is no validation data.
  UNCHECKED,
  /// Some of the contact's fields are missing.
  INCOMPLETE,
  /// No contact, or one without any of the fields.
  NOT_CONFIGURED
}
