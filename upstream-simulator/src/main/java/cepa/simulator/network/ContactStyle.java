package cepa.simulator.network;

/// What kind of contact string an operator writes.
public enum ContactStyle {
  /// All fields of a verifiable operator identity.
  AROI,
  /// The same with one needed field missing.
  PARTIAL_AROI,
  NONE,
  MAIL,
  OBFUSCATED,
  PGP,
  TEXT,
  UNICODE,
  /// A string given word for word: authorities and hostile operators.
  FIXED;

  private static final double PARTIAL_SHARE = 0.05;

  static ContactStyle of(Draw operator, int size) {
    double complete = size >= 20 ? 0.62 : size >= 8 ? 0.45 : size >= 3 ? 0.2 : 0.09;
    double share = operator.of("style").unit();
    if (share < complete) {
      return AROI;
    }
    if (share < complete + PARTIAL_SHARE) {
      return PARTIAL_AROI;
    }
    if (operator.of("silent").chance(size <= 2 ? 0.30 : 0.08)) {
      return NONE;
    }
    return switch (operator.of("free-style").below(7)) {
      case 0, 1, 2 -> MAIL;
      case 3 -> OBFUSCATED;
      case 4 -> PGP;
      case 5 -> TEXT;
      default -> UNICODE;
    };
  }
}
