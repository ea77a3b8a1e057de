package cepa.standalone.facts.health;

import cepa.standalone.facts.Shown;
import cepa.standalone.facts.Shown.RateUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Figures of the network by their names in golden files, each with the texts that show it there. A
/// share of nothing is 0 there.
public final class HealthSheet {

  private static final String FORMATTED = "_formatted";
  private static final String PERCENTAGE = "_percentage";

  private final Map<String, @Nullable Object> facts = new LinkedHashMap<>();

  public Map<String, @Nullable Object> facts() {
    return facts;
  }

  public void put(String name, @Nullable Object value) {
    facts.put(name, value);
  }

  /// A number and its text.
  public void count(String name, long count) {
    put(name, count);
    put(name + FORMATTED, Shown.grouped(count));
  }

  /// Counts and their share of all: `<name>`, `<name>_percentage`.
  public void part(String name, long count, long all) {
    count(name, count);
    percentage(name + PERCENTAGE, count, all);
  }

  /// Relays with a flag or role: `<name>_count`, `<name>_percentage` and a text of both.
  public void kind(String name, long count, long all) {
    count(name + "_count", count);
    percentage(name + PERCENTAGE, count, all);
    both(name + "_count_with_percentage", count, percent(count, all));
  }

  /// A text of a number and its percentage: `63 (7.0%)`.
  public void both(String name, long count, double percent) {
    String grouped = Shown.grouped(count);
    List<Double> numbers = new ArrayList<>();
    for (String digits : grouped.split(",", -1)) {
      numbers.add(Double.valueOf(digits));
    }
    numbers.add(percent);
    put(name, new Shown(grouped + " (" + Shown.round(percent, 1) + "%)", numbers));
  }

  /// A percentage and its text.
  public void percentage(String name, Number part, Number whole) {
    percentage(name, percent(part, whole));
  }

  /// A percentage and its text.
  public void percentage(String name, double percent) {
    put(name, percent);
    put(name + FORMATTED, shown(percent));
  }

  /// A rate in a given unit, without decimals.
  public void rate(String name, Number bytesPerSecond, RateUnit unit) {
    put(name + FORMATTED, shown(bytesPerSecond.doubleValue(), unit));
  }

  static Shown shown(double percent) {
    return Shown.number("", percent, 1, "%");
  }

  static Shown shown(double bytesPerSecond, RateUnit unit) {
    return Shown.number("", bytesPerSecond / unit.bytes(), 0, " " + unit.text());
  }

  public static double percent(Number part, Number whole) {
    return whole.doubleValue() == 0 ? 0 : 100 * part.doubleValue() / whole.doubleValue();
  }

  /// A quotient to some decimals; 0 of nothing.
  public static double quotient(Number part, Number whole, int decimals) {
    return whole.doubleValue() == 0
        ? 0
        : Double.parseDouble(Shown.round(part.doubleValue() / whole.doubleValue(), decimals));
  }
}
