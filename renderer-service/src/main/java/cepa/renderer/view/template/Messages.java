package cepa.renderer.view.template;

import cepa.renderer.PageContext;
import cepa.renderer.view.Quantity;
import cepa.renderer.view.Rounding;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sentences that stand outside of templates, in `cepa/renderer/pages/<family>/messages.properties`
/// or, for components, in `templates/component/<component>.properties` (UTF-8). A key begins with
/// its family: `relay.finding.overload` is `finding.overload` there. `{0}`, `{1}` … stand for the
/// arguments; the result is plain text and is escaped like any other.
///
/// Another language is a file beside: `messages_de.properties`, `messages_pt_BR.properties`. What
/// it does not have is taken from the next more general one, in the end from the file without a
/// language, which has everything.
///
/// Safe for many threads.
public final class Messages {

  private static final ResourceBundle.Control NAMES =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

  private final Map<String, Properties> families = new ConcurrentHashMap<>();
  private final Locale language;
  private final ClassLoader files;

  /// In the language of the files without one.
  public Messages() {
    this(Locale.ROOT);
  }

  /// @param language [Locale#ROOT] for the files without a language
  public Messages(Locale language) {
    this(language, Messages.class.getClassLoader());
  }

  /// @param files where the files are
  Messages(Locale language, ClassLoader files) {
    this.language = language;
    this.files = files;
  }

  /// The texts of a model's pages.
  public static Messages of(PageContext context) {
    return of(context.data());
  }

  public static Messages of(PageContext.Data data) {
    return data.shared(Messages.class, Messages::new);
  }

  /// Whether there is a text of that key, whose family has texts.
  public boolean has(String key) {
    return found(key) != null;
  }

  private @Nullable String found(String key) {
    int dot = key.indexOf('.');
    String family = key.substring(0, Math.max(0, dot));
    return families.computeIfAbsent(family, this::read).getProperty(key.substring(dot + 1));
  }

  /// The title of a page of several: the first one's is as given.
  public String paged(String title, int number) {
    return number == 1 ? title : text("paging.title", title, number);
  }

  /// The text of a key.
  ///
  /// @throws IllegalArgumentException naming the file, if there is none
  public String text(String key, Object... arguments) {
    String text = found(key);
    if (text == null) {
      String family = key.substring(0, Math.max(0, key.indexOf('.')));
      throw new IllegalArgumentException("No text " + key + ": add it to " + names(family));
    }
    // In one go: what an argument says is not looked through for others.
    return arguments.length == 0
        ? text
        : ARGUMENT
            .matcher(text)
            .replaceAll(place -> {
              int number = Integer.parseInt(place.group(1));
              return Matcher.quoteReplacement(
                  number < arguments.length ? shown(arguments[number]) : place.group());
            });
  }

  /// As a template calls it: key and arguments under the names `0`, `1`, ….
  String called(Map<String, Object> args) {
    String key = (String) args.get("0");
    if (key == null) {
      throw new IllegalArgumentException("text() needs a key");
    }
    Object[] arguments = new Object[args.size() - 1];
    for (int i = 0; i < arguments.length; i++) {
      Object argument = args.get(Integer.toString(i + 1));
      if (argument == null) {
        throw new IllegalArgumentException(
            "Argument " + (i + 1) + " of text " + key + " is unknown");
      }
      arguments[i] = argument;
    }
    return text(key, arguments);
  }

  private static String shown(Object value) {
    return switch (value) {
      case Quantity quantity -> quantity.text();
      case Integer count -> Rounding.grouped(count);
      case Long count -> Rounding.grouped(count);
      default -> value.toString();
    };
  }

  private static List<String> names(String family) {
    return List.of("cepa/renderer/pages/" + family + "/messages", "templates/component/" + family);
  }

  /// The most general file first, so that a more special one overrides it.
  private Properties read(String family) {
    var properties = new Properties();
    for (String name : names(family)) {
      for (Locale locale : NAMES.getCandidateLocales(name, language).reversed()) {
        load(NAMES.toBundleName(name, locale) + ".properties", properties);
      }
    }
    if (properties.isEmpty()) {
      throw new IllegalArgumentException("No texts of family " + family + ": " + names(family));
    }
    return properties;
  }

  private void load(String resource, Properties properties) {
    try (InputStream in = files.getResourceAsStream(resource)) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
