package cepa.renderer.view.template;

import cepa.renderer.view.Quantity;
import cepa.renderer.view.Rounding;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// Sentences that stand outside of templates, in `cepa/renderer/pages/<family>/messages.properties`
/// (UTF-8). A key begins with its family: `relay.finding.overload` is `finding.overload` there.
/// `{0}`, `{1}` … stand for the arguments; the result is plain text and is escaped like any other.
final class Messages {

  private final Map<String, Properties> families = new ConcurrentHashMap<>();

  String text(Map<String, Object> args) {
    String key = (String) args.get("0");
    if (key == null) {
      throw new IllegalArgumentException("text() needs a key");
    }
    int dot = key.indexOf('.');
    String family = key.substring(0, Math.max(0, dot));
    String text =
        families.computeIfAbsent(family, Messages::read).getProperty(key.substring(dot + 1));
    if (text == null) {
      throw new IllegalArgumentException("No text " + key + ": add it to " + resource(family));
    }
    for (int i = 1; args.containsKey(Integer.toString(i)); i++) {
      Object argument = args.get(Integer.toString(i));
      if (argument == null) {
        throw new IllegalArgumentException("Argument " + i + " of text " + key + " is unknown");
      }
      text = text.replace("{" + (i - 1) + "}", shown(argument));
    }
    return text;
  }

  private static String shown(Object value) {
    return switch (value) {
      case Quantity quantity -> quantity.text();
      case Integer count -> Rounding.grouped(count);
      case Long count -> Rounding.grouped(count);
      default -> value.toString();
    };
  }

  private static String resource(String family) {
    return "cepa/renderer/pages/" + family + "/messages.properties";
  }

  private static Properties read(String family) {
    var properties = new Properties();
    try (InputStream in = Messages.class.getClassLoader().getResourceAsStream(resource(family))) {
      if (in == null) {
        throw new IllegalArgumentException(
            "No texts of family " + family + ": " + resource(family));
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
