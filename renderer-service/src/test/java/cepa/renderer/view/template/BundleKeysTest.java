package cepa.renderer.view.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Every text that is asked for is there, and every text that is there is asked for. A key stands
/// as a literal where it is used, whole or as what others are added to: `"home." + kind`.
@TestInstance(Lifecycle.PER_CLASS)
class BundleKeysTest {

  private static final Path MAIN = Path.of("src/main");
  private static final Pattern BUNDLE =
      Pattern.compile("cepa/renderer/pages/(\\w+)/messages|templates/component/([\\w-]+)");
  private static final Pattern KEY = Pattern.compile("[a-z][\\w-]*(\\.[\\w-]+)+");
  private static final Pattern JAVA_LITERAL = Pattern.compile("\"([\\w.-]+)\"");
  private static final Pattern JAVA_CALL =
      Pattern.compile("\\btext\\(\\s*\"([\\w.-]+)\"\\s*([,)+])");
  private static final Pattern JAVA_ENDING = Pattern.compile("\\btext\\(\\w+ \\+ \"(\\.\\w+)\"");

  private final Set<String> keys = new TreeSet<>();
  private final Set<String> whole = new TreeSet<>();
  private final Set<String> beginnings = new TreeSet<>();
  private final Set<String> endings = new TreeSet<>();
  private final List<String> asked = new ArrayList<>();

  @BeforeAll
  void read() throws IOException {
    files(".properties").forEach(this::bundle);
    for (TemplateSource template : TemplateSource.ofSite()) {
      template.literals().forEach(literal -> template(template.name(), literal));
    }
    files(".java").forEach(this::java);
  }

  @Test
  void everyTextThatIsAskedFor_isThere() {
    assertThat(asked).hasSizeGreaterThan(300);
    assertThat(asked.stream().filter(use -> !isThere(use.substring(use.indexOf(' ') + 1))))
        .as("Texts that are asked for and are not there")
        .isEmpty();
  }

  private boolean isThere(String key) {
    return keys.contains(key) || (key.endsWith("*") && isBeginning(key));
  }

  private boolean isBeginning(String key) {
    return keys.stream().anyMatch(known -> known.startsWith(key.substring(0, key.length() - 1)));
  }

  @Test
  void everyTextThatIsThere_isAskedFor() {
    assertThat(keys).hasSizeGreaterThan(1_000);
    assertThat(keys.stream().filter(key -> !isUsed(key))).as("Texts nobody asks for").isEmpty();
  }

  private boolean isUsed(String key) {
    return whole.contains(key)
        || beginnings.stream().anyMatch(key::startsWith)
        || endings.stream().anyMatch(key::endsWith);
  }

  private void bundle(Path file) {
    Matcher name = BUNDLE.matcher(file.toString());
    if (!name.find() || Translation.isOfALanguage(file)) {
      return;
    }
    String family = name.group(1) == null ? name.group(2) : name.group(1);
    var texts = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    texts.stringPropertyNames().forEach(key -> keys.add(family + "." + key));
  }

  private void template(String name, TemplateSource.Literal literal) {
    boolean key = literal.call().equals("text") && !literal.compared() && !literal.added();
    if (!key || literal.text().startsWith(".") || name.equals("sample.peb")) {
      return;
    }
    if (literal.prefix()) {
      beginnings.add(literal.text());
      asked.add(name + ":" + literal.line() + " " + literal.text() + "*");
    } else if (literal.text().contains(".")) {
      whole.add(literal.text());
      asked.add(name + ":" + literal.line() + " " + literal.text());
    }
  }

  private void java(Path file) {
    String code = text(file);
    JAVA_LITERAL
        .matcher(code)
        .results()
        .map(literal -> literal.group(1))
        .filter(KEY.asMatchPredicate())
        .forEach(whole::add);
    JAVA_ENDING.matcher(code).results().forEach(ending -> endings.add(ending.group(1)));
    JAVA_CALL
        .matcher(code)
        .results()
        .forEach(call -> {
          if (call.group(2).equals("+")) {
            beginnings.add(call.group(1));
          } else {
            asked.add(file.getFileName() + " " + call.group(1));
          }
        });
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(String suffix) throws IOException {
    try (var files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList().stream();
    }
  }
}
