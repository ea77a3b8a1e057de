package cepa.standalone.facts;

/// A number the model keeps rounded, so a golden one is the same if it rounds to it.
///
/// @param value as kept
/// @param step distance to the next value that can be kept
public record Rounded(double value, double step) {

  /// A number in whole units.
  public static Rounded whole(long value) {
    return whole((double) value);
  }

  /// A mean of numbers in whole units.
  public static Rounded whole(double value) {
    return new Rounded(value, 1);
  }
}
