package cepa.renderer.view.chart;

import java.util.List;

/// Names of days for tests.
final class EnglishDays {

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  static final DayNames NAMES =
      new DayNames() {
        @Override
        public String month(int month) {
          return MONTHS.get(month - 1);
        }

        @Override
        public String day(int day, int month) {
          return day + " " + month(month);
        }
      };

  private EnglishDays() {}
}
