package cepa.renderer.view;

import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes text of strangers fit to be shown: no control characters, nothing invisible, nothing that
/// turns its neighbours round, not longer than agreed (escaping.md 1.5, 2). The result is still
/// text: templates escape it.
public final class DisplayText {

  /// Caps by field, in characters as people count them.
  public static final int NICKNAME = 32;

  public static final int VERSION = 64;
  public static final int NETWORK_NAME = 100;
  public static final int PLACE_NAME = 64;
  public static final int HOST_NAME = 253;
  public static final int CONTACT_IN_HEADING = 512;
  public static final int CONTACT = 4_096;
  public static final int POLICY_RULE = 64;
  public static final int ADDRESS = 64;

  private static final String ELLIPSIS = "…";
  private static final int REPLACEMENT = 0xFFFD;
  // More marks on one letter than any language writes only smear over the lines above and below.
  private static final int MARKS_PER_LETTER = 4;
  // Some scripts join any number of letters into what counts as one character.
  private static final int UNITS_PER_CHARACTER = 8;

  private DisplayText() {}

  /// One line: line breaks and tabs become spaces.
  ///
  /// @return null if nothing is left to show
  public static @Nullable String line(@Nullable String text, int cap) {
    if (text == null) {
      return null;
    }
    String shown = isPlain(text) ? text.strip() : cleaned(text, false).strip();
    return shown.isEmpty() ? null : cut(shown, cap);
  }

  /// One line, or `otherwise` if nothing is left to show.
  public static String lineOr(@Nullable String text, int cap, String otherwise) {
    String line = line(text, cap);
    return line == null ? otherwise : line;
  }

  /// Several lines: line breaks and tabs are kept.
  ///
  /// @return null if nothing is left to show
  public static @Nullable String block(@Nullable String text, int cap) {
    if (text == null) {
      return null;
    }
    String shown = isPlain(text) ? text.strip() : cleaned(text, true).strip();
    return shown.isEmpty() ? null : cut(shown, cap);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c > 0x7E) {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String text, boolean lines) {
    var out = new StringBuilder(text.length() + 16);
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      marks = isMark(c) ? marks + 1 : 0;
      if (marks > MARKS_PER_LETTER) {
        continue;
      }
      boolean breaks = c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
      if (breaks) {
        boolean second = c == '\r' && i < text.length() && text.charAt(i) == '\n';
        if (!second) {
          out.append(lines ? '\n' : ' ');
        }
      } else if (c == '\t') {
        out.append(lines ? '\t' : ' ');
      } else if (isInvisible(c)) {
        out.append("[U+").append(hex(c)).append(']');
      } else if (isBroken(c)) {
        out.appendCodePoint(REPLACEMENT);
      } else if (Character.getType(c) != Character.CONTROL) {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /// Characters that turn text round or cannot be seen, and could pass one name for another.
  private static boolean isInvisible(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x2060 && c <= 0x2064)
        || (c >= 0xE0000 && c <= 0xE007F)
        || c == 0x061C
        || c == 0x00AD
        || c == 0xFEFF;
  }

  private static boolean isBroken(int c) {
    return (c >= 0xD800 && c <= 0xDFFF) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
  }

  private static String hex(int c) {
    String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  /// Cuts between characters as people see them, before anything is escaped.
  private static String cut(String text, int cap) {
    if (text.length() <= cap) {
      return text;
    }
    int limit = cap * UNITS_PER_CHARACTER;
    if (text.length() > limit) {
      int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
      return cutCharacters(text.substring(0, end), cap - 1) + ELLIPSIS;
    }
    String head = cutCharacters(text, cap);
    return head.length() == text.length() ? text : cutCharacters(text, cap - 1) + ELLIPSIS;
  }

  /// The first `count` characters, or all if there are fewer.
  private static String cutCharacters(String text, int count) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int end = characters.next(count);
    return end == BreakIterator.DONE ? text : text.substring(0, end);
  }
}
