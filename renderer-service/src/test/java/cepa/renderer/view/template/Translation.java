package cepa.renderer.view.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// What the files of a language lack, and what they have that nothing asks for. `Translation de`
/// prints the first, a line a text: file, key and what the general file says.
final class Translation {

  private final List<String> missing = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  /// @param main directory of the main sources
  /// @param language as file names have it: `de`, `pt_BR`
  static Translation of(Path main, String language) throws IOException {
    var translation = new Translation();
    try (var files = Files.walk(main)) {
      files
          .filter(file -> file.toString().endsWith(".properties"))
          .filter(file -> !isOfALanguage(file) && !file.endsWith("language.properties"))
          .sorted()
          .forEach(file -> translation.compare(file, language));
    }
    return translation;
  }

  /// Whether a file is a translation of another one.
  static boolean isOfALanguage(Path file) {
    return file.getFileName().toString().contains("_");
  }

  /// Texts that only the general files have.
  List<String> missing() {
    return missing;
  }

  /// Texts that no general file has, or that have other places.
  List<String> wrong() {
    return wrong;
  }

  private void compare(Path file, String language) {
    Properties general = read(file);
    Path other = Path.of(file.toString().replace(".properties", "_" + language + ".properties"));
    Properties translated = Files.exists(other) ? read(other) : new Properties();
    for (String key : new TreeSet<>(general.stringPropertyNames())) {
      if (!translated.containsKey(key)) {
        missing.add(other + ": " + key + " = " + general.getProperty(key));
      }
    }
    for (String key : new TreeSet<>(translated.stringPropertyNames())) {
      String text = general.getProperty(key);
      if (text == null) {
        wrong.add(other + ": " + key + " is a key of no text");
      } else if (!places(text).equals(places(translated.getProperty(key)))) {
        wrong.add(other + ": " + key + " has other places than " + text);
      }
    }
  }

  private static Set<Integer> places(String text) {
    return new HashSet<>(Sentence.of(text).places());
  }

  private static Properties read(Path file) {
    var texts = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  public static void main(String[] args) throws IOException {
    String language = Locale.forLanguageTag(args[0].replace('_', '-')).toString();
    of(Path.of("src/main"), language).missing().forEach(System.out::println);
  }
}
