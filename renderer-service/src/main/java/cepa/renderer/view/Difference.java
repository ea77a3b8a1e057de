package cepa.renderer.view;

/// How much a count changed. The twin has the number alone.
///
/// @param amount now minus before
public record Difference(long amount) implements Quantity {

  private static final char MINUS = '\u2212';

  @Override
  public String text() {
    if (amount == 0) {
      return "no change";
    }
    return (amount > 0 ? "+" : MINUS) + Rounding.grouped(Math.abs(amount));
  }
}
