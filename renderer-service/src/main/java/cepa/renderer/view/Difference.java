package cepa.renderer.view;

/// How much a count changed. The twin has the number alone. That nothing changed has a word of its
/// own in every language, which whoever fills a text puts there.
///
/// @param amount now minus before
public record Difference(long amount) implements Quantity {

  private static final char MINUS = '\u2212';

  @Override
  public String text() {
    if (amount == 0) {
      return "±0";
    }
    return (amount > 0 ? "+" : MINUS) + Rounding.grouped(Math.abs(amount));
  }
}
