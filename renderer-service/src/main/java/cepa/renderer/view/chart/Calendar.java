package cepa.renderer.view.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Where a time axis carries marks: years, months or days, whichever gives a few.
record Calendar(DayNames names) {

  private static final int MOST_MARKS = 6;

  /// @param at where the mark is
  record Mark(Instant at, String label) {}

  List<Mark> marks(Instant from, Instant to) {
    LocalDate first = from.atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate last = to.atZone(ZoneOffset.UTC).toLocalDate();
    long days = ChronoUnit.DAYS.between(first, last);
    if (days < 14) {
      return first.equals(last)
          ? List.of(new Mark(from, label(first)))
          : List.of(new Mark(from, label(first)), new Mark(to, label(last)));
    }
    if (days < 70) {
      return weeks(first.isBefore(last) && isLate(from) ? first.plusDays(1) : first, last);
    }
    return months(first, last);
  }

  /// Whether the first day had begun, so that its mark would stand before the first value.
  private static boolean isLate(Instant from) {
    return !from.truncatedTo(ChronoUnit.DAYS).equals(from);
  }

  private List<Mark> months(LocalDate first, LocalDate last) {
    long months = ChronoUnit.MONTHS.between(first, last);
    int step = months <= MOST_MARKS ? 1 : months <= 12 ? 2 : months <= 36 ? 6 : 12;
    List<Mark> marks = new ArrayList<>();
    LocalDate month = first.withDayOfMonth(1).plusMonths(1);
    for (; !month.isAfter(last); month = month.plusMonths(1)) {
      if ((month.getMonthValue() - 1) % step == 0) {
        marks.add(mark(month));
      }
    }
    return marks;
  }

  private List<Mark> weeks(LocalDate first, LocalDate last) {
    int step = ChronoUnit.DAYS.between(first, last) < 35 ? 7 : 14;
    List<Mark> marks = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(step)) {
      marks.add(mark(day));
    }
    return marks;
  }

  private Mark mark(LocalDate day) {
    return new Mark(day.atStartOfDay(ZoneOffset.UTC).toInstant(), label(day));
  }

  /// `2026` on New Year's Day, `Jun` on the first of other months, else `14 Jun`.
  private String label(LocalDate day) {
    if (day.getDayOfYear() == 1) {
      return Integer.toString(day.getYear());
    }
    return day.getDayOfMonth() == 1
        ? names.month(day.getMonthValue())
        : names.day(day.getDayOfMonth(), day.getMonthValue());
  }
}
