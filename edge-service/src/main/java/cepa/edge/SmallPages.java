package cepa.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The few pages the edge makes by itself, when no build can answer. HTML stands in resources;
/// `{{slot}}` takes text, and whatever is put in is escaped.
final class SmallPages {

  private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

  private final String message = resource("message.html");
  private final Supplier<String> prefix;

  /// @param prefix what links begin with just now
  SmallPages(Supplier<String> prefix) {
    this.prefix = prefix;
  }

  /// A heading and a sentence.
  byte[] message(String title, String text) {
    return fill(message, Map.of("title", title, "text", text, "home", home()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// Shown until there is a first build.
  ///
  /// @param sources what is known of the sources, one line each; may be empty
  byte[] awaiting(List<String> sources) {
    String text =
        "This site is being made: it awaits its first build. This page looks again by itself.";
    return message(
        "Awaiting the first build",
        sources.isEmpty() ? text : text + " Sources: " + String.join("; ", sources) + ".");
  }

  private String home() {
    return prefix.get() + "/";
  }

  /// Puts escaped texts into the slots of a page.
  static String fill(String page, Map<String, String> values) {
    return SLOT.matcher(page)
        .replaceAll(
            slot -> Matcher.quoteReplacement(escape(values.getOrDefault(slot.group(1), ""))));
  }

  /// Text for an element or a double-quoted attribute.
  static String escape(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.appendCodePoint(isPlain(c) ? c : 0xFFFD);
          }
        });
    return escaped.toString();
  }

  /// Neither a control character, nor one that turns or hides its neighbours.
  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }

  static String resource(String name) {
    try (InputStream in = SmallPages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Resource cepa/edge/" + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
