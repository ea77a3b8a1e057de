package cepa.processor.directory;

/// Dates and times in directory documents.
final class Times {

  private static final int[] DAYS_BEFORE_MONTH = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
  };

  private Times() {}

  /// Seconds since the epoch of `YYYY-MM-DD` and `hh:mm:ss`; [Lines#UNKNOWN] if they are none of
  /// 1970 to 9999.
  static long seconds(byte[] text, int date, int time) {
    if (text[date + 4] != '-'
        || text[date + 7] != '-'
        || text[time + 2] != ':'
        || text[time + 5] != ':') {
      return Lines.UNKNOWN;
    }
    int year = digits(text, date, 4);
    int month = digits(text, date + 5, 2);
    int day = digits(text, date + 8, 2);
    int hour = digits(text, time, 2);
    int minute = digits(text, time + 3, 2);
    int second = digits(text, time + 6, 2);
    boolean sensible =
        year >= 1970
            && within(month, 1, 12)
            && day >= 1
            && day <= lengthOf(month, year)
            && within(hour, 0, 23)
            && within(minute, 0, 59)
            && within(second, 0, 59);
    return sensible
        ? ((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second
        : Lines.UNKNOWN;
  }

  private static boolean within(int value, int least, int most) {
    return value >= least && value <= most;
  }

  private static boolean leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static int lengthOf(int month, int year) {
    int length = DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1];
    return month == 2 && leap(year) ? length + 1 : length;
  }

  private static long days(int year, int month, int day) {
    long before = year - 1L;
    long leapDays = before / 4 - before / 100 + before / 400 - 477;
    int leapDay = month > 2 && leap(year) ? 1 : 0;
    return (year - 1970L) * 365 + leapDays + DAYS_BEFORE_MONTH[month - 1] + leapDay + day - 1;
  }

  private static int digits(byte[] text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return Lines.UNKNOWN;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
