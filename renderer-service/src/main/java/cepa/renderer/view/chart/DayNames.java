package cepa.renderer.view.chart;

/// What the marks of a time axis say. Years are numbers in every language.
public interface DayNames {

  /// The short name of a month.
  ///
  /// @param month from 1
  String month(int month);

  /// A day of a month: `14 Jun`.
  ///
  /// @param month from 1
  String day(int day, int month);
}
