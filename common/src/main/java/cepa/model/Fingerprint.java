package cepa.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A relay's identity: 40 upper-case hex digits.
///
/// @param hex the digits
public record Fingerprint(String hex) implements Comparable<Fingerprint> {

  private static final int LENGTH = 40;
  private static final boolean[] IS_DIGIT = new boolean['F' + 1];

  static {
    "0123456789ABCDEF".chars().forEach(digit -> IS_DIGIT[digit] = true);
  }

  public Fingerprint {
    if (!isFingerprint(hex)) {
      throw new IllegalArgumentException("Not a fingerprint (40 upper-case hex digits)");
    }
  }

  public static Fingerprint of(String hex) {
    return new Fingerprint(hex);
  }

  /// The fingerprint that `text` is, whatever its case, or null if it is none.
  public static @Nullable Fingerprint parse(@Nullable String text) {
    if (text == null || text.length() != LENGTH) {
      return null;
    }
    if (isFingerprint(text)) {
      return new Fingerprint(text);
    }
    String upper = text.toUpperCase(Locale.ROOT);
    return isFingerprint(upper) ? new Fingerprint(upper) : null;
  }

  /// A loop over a table, not a pattern: loading a model checks a million of them.
  private static boolean isFingerprint(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    boolean digits = true;
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      digits &= c < IS_DIGIT.length && IS_DIGIT[c];
    }
    return digits;
  }

  @Override
  public int compareTo(Fingerprint other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
