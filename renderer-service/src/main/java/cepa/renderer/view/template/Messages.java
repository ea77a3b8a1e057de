package cepa.renderer.view.template;

import cepa.renderer.PageContext;
import cepa.renderer.view.Difference;
import cepa.renderer.view.Quantity;
import cepa.renderer.view.Rounding;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All words of the site. They stand in `cepa/renderer/pages/<family>/messages.properties` or, for
/// what pages share, in `templates/component/<component>.properties` (UTF-8), and nowhere else: not
/// in templates, not in views. A key begins with its family: `relay.finding.overload` is
/// `finding.overload` there. `{0}`, `{1}` … stand for the arguments; the result is plain text and
/// is escaped like any other.
///
/// A text is a whole sentence or a whole label, so that another language can put its words in
/// another order. Where markup has to stand within a sentence, a macro prints it and the template
/// passes it as an argument: `text("home.asof", time(view.asOf), origin())`. What a link says is
/// another text, which that macro prints.
///
/// Another language is a file beside: `messages_de.properties`, `messages_pt_BR.properties`. What
/// it does not have is taken from the next more general one, in the end from the file without a
/// language, which has everything. Which one the site speaks is said in one place, the file
/// `templates/language.properties`, if there is one. Among the main sources it is part of the code
/// version, so processor, renderers and stamps of pages agree on it without asking each other.
///
/// Safe for many threads.
public final class Messages {

  private static final String LANGUAGE = "templates/language.properties";

  private static final ResourceBundle.Control NAMES =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Map<String, Properties> families = new ConcurrentHashMap<>();
  private final Map<String, Sentence> sentences = new ConcurrentHashMap<>();
  private final Locale language;
  private final ClassLoader files;

  /// In the language of the site.
  ///
  /// @throws IllegalStateException if what is written there is no language
  public Messages() {
    this(language(Messages.class.getClassLoader()), Messages.class.getClassLoader());
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

  /// The language the site speaks; [Locale#ROOT] if none is chosen.
  static Locale language(ClassLoader files) {
    var chosen = new Properties();
    load(files, LANGUAGE, chosen);
    String tag = chosen.getProperty("language", "").strip();
    try {
      return tag.isEmpty() ? Locale.ROOT : new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException e) {
      throw new IllegalStateException(
          LANGUAGE + " names no language: " + tag + "; write a tag such as de or pt-BR", e);
    }
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
    return sentence(key).filled(arguments.length, place -> shown(arguments[place]));
  }

  /// The text with its places.
  ///
  /// @throws IllegalArgumentException naming the file, if there is none
  Sentence sentence(String key) {
    Sentence known = sentences.get(key);
    return known == null ? sentences.computeIfAbsent(key, this::parsed) : known;
  }

  private Sentence parsed(String key) {
    String text = found(key);
    if (text == null) {
      String family = key.substring(0, Math.max(0, key.indexOf('.')));
      throw new IllegalArgumentException("No text " + key + ": add it to " + names(family));
    }
    return Sentence.of(text);
  }

  /// What stands for an argument: quantities and counts as everywhere on pages.
  String shown(Object value) {
    return switch (value) {
      case Difference difference when difference.amount() == 0 -> text("word.no-change");
      case Quantity quantity -> quantity.text();
      case Integer count -> Rounding.grouped(count);
      case Long count -> Rounding.grouped(count);
      case BigDecimal number -> Rounding.grouped(number);
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
        load(files, NAMES.toBundleName(name, locale) + ".properties", properties);
      }
    }
    if (properties.isEmpty()) {
      throw new IllegalArgumentException("No texts of family " + family + ": " + names(family));
    }
    return properties;
  }

  private static void load(ClassLoader files, String resource, Properties properties) {
    try (InputStream in = files.getResourceAsStream(resource)) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
