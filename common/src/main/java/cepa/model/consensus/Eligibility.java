package cepa.model.consensus;

/// Whether a relay fulfils the conditions of a flag at one authority. What cannot be judged because
/// a value is missing is its own answer, never a no (D-C7).
public enum Eligibility {
  YES,
  NO,
  UNKNOWN;

  static Eligibility of(boolean met) {
    return met ? YES : NO;
  }

  /// No if either is no; unknown if nothing is no but something unknown.
  Eligibility and(Eligibility other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : YES;
  }
}
