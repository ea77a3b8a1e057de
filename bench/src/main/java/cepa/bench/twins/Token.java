package cepa.bench.twins;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A figure as a page prints it, read back.
///
/// @param shown as printed
/// @param values what a twin may hold for it: the number as printed, and in bits per second where a
///   unit stands with it; a moment or a day as ISO 8601; `unknown`
record Token(String shown, List<String> values) {

  static final String UNKNOWN = "unknown";

  private static final Pattern UNIT = Pattern.compile("([kKMG])?(bit|B)/s");

  private static final Map<String, Long> PREFIX =
      Map.of("", 1L, "k", 1_000L, "K", 1_000L, "M", 1_000_000L, "G", 1_000_000_000L);

  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<moment>\\d{4}-\\d\\d-\\d\\d(?: \\d\\d:\\d\\d UTC)?)"
              + "|(?<![\\p{L}\\d.:/#-])(?<sign>[<+\u2212-]?)(?<number>\\d[\\d,]*(?:\\.\\d+)?)"
              + "(?![\\p{L}\\d:]|[.-]\\d)"
              + "|(?<same>no change)");

  static Token unknown() {
    return new Token(UNKNOWN, List.of(UNKNOWN));
  }

  /// The figures in a text.
  ///
  /// @param label what stands over it and may hold its unit
  static List<Token> in(String text, String label) {
    List<Token> tokens = new ArrayList<>();
    Matcher figure = FIGURE.matcher(text);
    while (figure.find()) {
      if (figure.group("moment") != null) {
        tokens.add(new Token(figure.group(), List.of(machine(figure.group()))));
      } else if (figure.group("same") != null) {
        tokens.add(new Token(figure.group(), List.of("0")));
      } else {
        tokens.add(number(figure, text.substring(figure.end()), label));
      }
    }
    return tokens;
  }

  private static Token number(Matcher figure, String behind, String label) {
    String sign = figure.group("sign");
    BigDecimal number = new BigDecimal(figure.group("number").replace(",", ""));
    if (sign.equals("<")) {
      return new Token(figure.group(), List.of("<" + plain(number)));
    }
    BigDecimal signed = sign.isEmpty() || sign.equals("+") ? number : number.negate();
    Matcher unit = UNIT.matcher(behind.strip());
    boolean own = unit.lookingAt();
    Matcher above = UNIT.matcher(label);
    if (own || above.find()) {
      Matcher known = own ? unit : above;
      String prefix = known.group(1) == null ? "" : known.group(1);
      long bits = PREFIX.getOrDefault(prefix, 1L) * (known.group(2).equals("B") ? 8 : 1);
      BigDecimal scaled = signed.multiply(BigDecimal.valueOf(bits));
      return new Token(figure.group(), List.of(plain(scaled), plain(signed)));
    }
    return new Token(figure.group(), List.of(plain(signed)));
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String machine(String moment) {
    return moment.endsWith(" UTC")
        ? moment.substring(0, moment.length() - " UTC".length()).replace(' ', 'T') + "Z"
        : moment;
  }
}
