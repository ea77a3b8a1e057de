package cepa.bench;

import java.util.Locale;

/// Figures as the measurements print them.
public final class Shown {

  private static final double KILOBYTE = 1_000;
  private static final double MEGABYTE = 1_000_000;
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e6;

  private Shown() {}

  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  public static String kilobytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f KB", bytes / KILOBYTE);
  }

  public static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / MEGABYTE);
  }

  public static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f s", nanos / NANOS);
  }

  public static String milliseconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f ms", nanos / MILLIS);
  }

  public static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  public static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }
}
