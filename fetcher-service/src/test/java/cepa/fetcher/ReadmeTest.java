package cepa.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tables of properties against the metadata that the build makes of the code: the README has
/// them all, but a further source may have its own on its page.
class ReadmeTest {

  private static final String ROOT = "cepa.fetcher.";

  @Test
  void everyProperty_hasItsRowWithEnvironmentVariableAndDefault() throws IOException {
    List<String> missing = new ArrayList<>();
    List<List<String>> readme = rows(Path.of("README.md"));
    for (JsonNode property : metadata().get("properties")) {
      String name = property.get("name").asString();
      if (!name.startsWith(ROOT)) {
        continue;
      }
      String key = name.substring(name.lastIndexOf('.') + 1);
      JsonNode value = property.get("defaultValue");
      String shown = value == null || value.isArray() ? "" : joined(value.asString());
      String below = name.substring(ROOT.length());
      boolean ofSource = below.contains(".");
      List<List<String>> rows = new ArrayList<>(readme);
      if (ofSource) {
        String source = below.substring(0, below.indexOf('.'));
        rows.addAll(rows(Path.of("../docs/sources", source + ".md")));
      }
      String environment = ofSource ? environment(key) : environment(ROOT.replace('.', '_') + key);
      boolean there =
          rows.stream()
              .anyMatch(row ->
                  row.contains(key)
                      && row.contains(environment)
                      && (shown.isEmpty() || shown.equals("Cepa") || row.contains(shown)));
      if (!there) {
        missing.add(name + " " + environment + " " + shown);
      }
    }
    assertThat(missing).isEmpty();
  }

  /// A list as a reader would set it.
  private static String joined(String value) {
    return value.startsWith("[")
        ? value.substring(1, value.length() - 1).replace(", ", ",")
        : value;
  }

  private static String environment(String name) {
    return name.replace("-", "").toUpperCase(Locale.ROOT);
  }

  /// The cells of all rows of all tables, without back-quotes.
  private static List<List<String>> rows(Path page) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("|")) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\\|")) {
          cells.add(cell.strip().replace("`", ""));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  private static JsonNode metadata() throws IOException {
    Path classes = Path.of("target/classes/META-INF/spring-configuration-metadata.json");
    try (InputStream in = Files.newInputStream(classes)) {
      return JsonMapper.shared().readTree(in);
    }
  }
}
