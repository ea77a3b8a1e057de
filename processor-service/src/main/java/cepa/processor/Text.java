package cepa.processor;

/// Makes upstream text safe to keep: what no page, file or log should ever hold is gone, the rest
/// is as sent. Bidirectional and invisible characters stay; pages make them visible.
final class Text {

  private static final char REPLACEMENT = '\uFFFD';

  private Text() {}

  /// Drops C0 and C1 controls except tab and line feed (CR LF becomes LF), and replaces lone
  /// surrogates and noncharacters by U+FFFD.
  static String clean(String text) {
    int dirty = firstDirty(text);
    return dirty < 0 ? text : clean(text, dirty);
  }

  /// At most so many characters of a text, never a half of one that takes two.
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  private static int firstDirty(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= 0x7f && c <= 0x9f) || c >= 0xd800) {
        return i;
      }
    }
    return -1;
  }

  private static String clean(String text, int from) {
    StringBuilder clean = new StringBuilder(text.length()).append(text, 0, from);
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\t' || c == '\n' || !isControl(c)) {
        clean.appendCodePoint(isNoCharacter(c) ? REPLACEMENT : c);
      }
    }
    return clean.toString();
  }

  private static boolean isControl(int c) {
    return c < ' ' || (c >= 0x7f && c <= 0x9f);
  }

  private static boolean isNoCharacter(int c) {
    return (c >= 0xd800 && c <= 0xdfff) || (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
  }
}
