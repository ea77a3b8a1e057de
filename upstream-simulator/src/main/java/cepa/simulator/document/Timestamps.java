package cepa.simulator.document;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Times as the upstream services write them, always UTC, from seconds since the epoch.
public final class Timestamps {

  private Timestamps() {}

  /// `2026-08-22 15:00:00`
  public static String text(long epochSecond) {
    return format(epochSecond, ' ', ':');
  }

  /// `2026-08-22T15:00:00`
  public static String iso(long epochSecond) {
    return format(epochSecond, 'T', ':');
  }

  /// `2026-08-22-15-00-00`, the beginning of file names at CollecTor
  public static String fileName(long epochSecond) {
    return format(epochSecond, '-', '-');
  }

  /// Seconds since the epoch of `2026-08-22 15:00:00`
  public static long parse(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
  }

  private static String format(long epochSecond, char between, char inTime) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
    char[] text = new char[19];
    two(text, 0, time.getYear() / 100);
    two(text, 2, time.getYear() % 100);
    text[4] = '-';
    two(text, 5, time.getMonthValue());
    text[7] = '-';
    two(text, 8, time.getDayOfMonth());
    text[10] = between;
    two(text, 11, time.getHour());
    text[13] = inTime;
    two(text, 14, time.getMinute());
    text[16] = inTime;
    two(text, 17, time.getSecond());
    return new String(text);
  }

  private static void two(char[] text, int at, int number) {
    text[at] = (char) ('0' + number / 10);
    text[at + 1] = (char) ('0' + number % 10);
  }
}
