package cepa.search;

import java.text.Normalizer;
import java.util.Locale;

/// How texts are compared: compatibility forms as one, without case, blanks as one. What no query
/// may hold is a blank.
public final class SearchText {

  /// Longest query, in characters.
  static final int MAX_QUERY = 100;

  private static final String SIGNS = "_.-:@$[]";

  private SearchText() {}

  /// A text as it is compared; may be empty.
  public static String fold(String text) {
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    var out = new StringBuilder(folded.length());
    folded
        .codePoints()
        .forEach(c -> {
          if (isWordPart(c)) {
            out.appendCodePoint(c);
          } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
          }
        });
    return out.toString().strip();
  }

  /// Whether a query holds only what a query may hold.
  static boolean isQuery(String text) {
    return text.codePointCount(0, text.length()) <= MAX_QUERY
        && text.codePoints().allMatch(c -> isWordPart(c) || isBlank(c));
  }

  static boolean isBlank(int c) {
    return c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || SIGNS.indexOf(c) >= 0;
  }

  /// Whether a character of a folded text belongs to a word: words begin after all others.
  static boolean isLetter(int c) {
    return c != ' ' && SIGNS.indexOf(c) < 0;
  }
}
