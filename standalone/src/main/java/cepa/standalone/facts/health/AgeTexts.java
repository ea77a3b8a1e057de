package cepa.standalone.facts.health;

import org.jspecify.annotations.Nullable;

/// Ages in days as golden files write them: `1y 9mo`.
public final class AgeTexts {

  private static final long YEAR = 365;
  private static final long MONTH = 30;

  private AgeTexts() {}

  /// Twelve months are a year (D-9).
  static String of(@Nullable Long days) {
    if (days == null) {
      return "Unknown";
    }
    boolean almost = days % YEAR >= 12 * MONTH;
    return uncarried(almost ? days / YEAR * YEAR + YEAR : days);
  }

  /// By the reference's rule, which knows a twelfth month.
  public static String uncarried(long days) {
    if (days < MONTH) {
      return days + "d";
    }
    long months = days % YEAR / MONTH;
    if (days >= YEAR) {
      return days / YEAR + "y" + (months == 0 ? "" : " " + months + "mo");
    }
    return months + "mo" + (days % MONTH == 0 ? "" : " " + days % MONTH + "d");
  }
}
