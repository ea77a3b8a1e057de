package cepa.renderer.view;

/// A figure as a page shows it: rounded once, when the view is made. Templates print [#text()], the
/// JSON twin holds the same number with its unit in the property's name, so both agree by
/// construction. What is not known is `null`, never zero.
public sealed interface Quantity permits Rate, Share, Difference, Moment, Day {

  /// Number and unit, as read in a sentence or a list of facts.
  String text();

  /// The number alone, for a table whose header says the unit.
  default String number() {
    return text();
  }
}
