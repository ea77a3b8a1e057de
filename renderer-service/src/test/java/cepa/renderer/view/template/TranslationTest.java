package cepa.renderer.view.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What languages there are have no texts that nobody asks for.
class TranslationTest {

  private static final Path MAIN = Path.of("src/main");

  @TempDir private Path directory;

  @Test
  void languagesOfTheSite_haveItsKeysAndPlaces() throws IOException {
    for (String language : languages()) {
      assertThat(Translation.of(MAIN, language).wrong()).isEmpty();
    }
  }

  private static Set<String> languages() throws IOException {
    try (var files = Files.walk(MAIN)) {
      Set<String> languages = new TreeSet<>();
      files
          .filter(file -> file.toString().endsWith(".properties"))
          .filter(Translation::isOfALanguage)
          .map(file -> file.getFileName().toString())
          .forEach(
              name -> languages.add(name.substring(name.indexOf('_') + 1, name.lastIndexOf('.'))));
      return languages;
    }
  }

  @Test
  void whatIsMissingOrWrong_isTold() throws IOException {
    Files.writeString(directory.resolve("messages.properties"), "a = A {0}\nb = B\nc = {1} {0}\n");
    Files.writeString(
        directory.resolve("messages_de.properties"), "a = A {1}\nc = {0} {1}\nd = D\n");

    Translation german = Translation.of(directory, "de");

    assertThat(german.missing())
        .singleElement()
        .asString()
        .endsWith("messages_de.properties: b = B");
    assertThat(german.wrong())
        .hasSize(2)
        .anyMatch(told -> told.contains("a has other places than A {0}"))
        .anyMatch(told -> told.contains("d is a key of no text"));
    assertThat(Translation.of(directory, "fr").missing()).hasSize(3);
  }
}
