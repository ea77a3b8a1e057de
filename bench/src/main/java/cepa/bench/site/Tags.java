package cepa.bench.site;

import org.jsoup.parser.Parser;

/// Reads the attributes of the tags of a page, in one pass and without a tree: a whole site is some
/// hundred megabytes. Made for pages whose text is escaped, as ours is; comments, scripts and style
/// sheets are passed over.
final class Tags {

  private final String html;
  private int at;

  private Tags(String html) {
    this.html = html;
  }

  /// Hears of one attribute; `value` has its entities resolved.
  @FunctionalInterface
  interface Attributes {
    void attribute(String tag, String name, String value);
  }

  static void of(String html, Attributes attributes) {
    new Tags(html).read(attributes);
  }

  private void read(Attributes attributes) {
    at = html.indexOf('<');
    while (at >= 0 && at + 1 < html.length()) {
      char c = html.charAt(at + 1);
      if (html.startsWith("<!--", at)) {
        skipTo("-->");
      } else if (Character.isLetter(c)) {
        tag(attributes);
      } else {
        at++;
      }
      at = at < 0 ? -1 : html.indexOf('<', at);
    }
  }

  private void tag(Attributes attributes) {
    int begin = ++at;
    while (at < html.length() && isNamePart(html.charAt(at))) {
      at++;
    }
    String tag = html.substring(begin, at);
    while (at < html.length() && html.charAt(at) != '>') {
      if (isNamePart(html.charAt(at))) {
        attribute(tag, attributes);
      } else {
        at++;
      }
    }
    if (tag.equals("script") || tag.equals("style")) {
      skipTo("</" + tag);
    }
  }

  private void attribute(String tag, Attributes attributes) {
    int begin = at;
    while (at < html.length() && isNamePart(html.charAt(at))) {
      at++;
    }
    String name = html.substring(begin, at);
    if (at + 1 >= html.length() || html.charAt(at) != '=') {
      attributes.attribute(tag, name, "");
      return;
    }
    char quote = html.charAt(++at);
    boolean quoted = quote == '"' || quote == '\'';
    int from = quoted ? ++at : at;
    while (at < html.length() && !ends(html.charAt(at), quoted, quote)) {
      at++;
    }
    String value = html.substring(from, at);
    if (quoted) {
      at++;
    }
    boolean entities = value.indexOf('&') >= 0;
    attributes.attribute(tag, name, entities ? Parser.unescapeEntities(value, true) : value);
  }

  private static boolean ends(char c, boolean quoted, char quote) {
    return quoted ? c == quote : c == '>' || Character.isWhitespace(c);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == ':' || c == '_';
  }

  private void skipTo(String end) {
    at = html.indexOf(end, at);
  }
}
