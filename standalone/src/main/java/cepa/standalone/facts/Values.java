package cepa.standalone.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether two values are the same figure. Golden numbers have ten significant digits; a text that
/// shows numbers is compared number by number at the precision it shows.
public final class Values {

  private static final double RELATIVE = 1e-9;

  /// What is shown may have been kept rounded.
  private static final double TEXT_RELATIVE = 1e-6;

  private static final double NOTHING = 1e-12;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

  private Values() {}

  public static boolean same(@Nullable Object golden, @Nullable Object ours) {
    if (golden instanceof Number g && ours instanceof Number o) {
      return same(g.doubleValue(), o.doubleValue());
    }
    if (golden instanceof Number g && ours instanceof Rounded o) {
      double reach = o.step() / 2 * (1 + RELATIVE) + RELATIVE * Math.abs(o.value());
      return Math.abs(g.doubleValue() - o.value()) <= reach;
    }
    if (golden instanceof List<?> g && ours instanceof List<?> o) {
      return same(g, o);
    }
    if (golden instanceof String text && ours instanceof Shown shown) {
      return text.equals(shown.text()) || isRounded(text, shown);
    }
    return Objects.equals(golden, ours)
        || (golden instanceof String text && ours instanceof String own && isStripped(text, own));
  }

  /// Golden files leave out what looks like markup.
  private static boolean isStripped(String golden, String ours) {
    return ours.indexOf('<') >= 0
        && spaced(golden).equals(spaced(MARKUP.matcher(ours).replaceAll("")));
  }

  private static String spaced(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static boolean same(double golden, double ours) {
    double size = Math.max(Math.abs(golden), Math.abs(ours));
    return Math.abs(golden - ours) <= Math.max(RELATIVE * size, NOTHING);
  }

  private static boolean same(List<?> golden, List<?> ours) {
    if (golden.size() != ours.size()) {
      return false;
    }
    for (int i = 0; i < golden.size(); i++) {
      if (!same(golden.get(i), ours.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// The same words, and every number the exact one rounded to the decimals shown: where the exact
  /// one lies in the middle either neighbour is right.
  private static boolean isRounded(String text, Shown shown) {
    List<String> found = numbers(text);
    if (found.size() != shown.numbers().size()
        || !NUMBER
            .matcher(text)
            .replaceAll("#")
            .equals(NUMBER.matcher(shown.text()).replaceAll("#"))) {
      return false;
    }
    for (int i = 0; i < found.size(); i++) {
      String number = found.get(i);
      int point = number.indexOf('.');
      int decimals = point < 0 ? 0 : number.length() - point - 1;
      double exact = shown.numbers().get(i);
      double reach = 0.5 * Math.pow(10, -decimals) + TEXT_RELATIVE * Math.abs(exact);
      if (Math.abs(Double.parseDouble(number) - exact) > reach) {
        return false;
      }
    }
    return true;
  }

  private static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    NUMBER.matcher(text).results().map(MatchResult::group).forEach(numbers::add);
    return numbers;
  }
}
