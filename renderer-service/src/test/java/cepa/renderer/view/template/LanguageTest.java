package cepa.renderer.view.template;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.SitePath;
import cepa.testing.model.Networks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// A language that only adds files, whose every text is the general one in brackets.
@TestInstance(Lifecycle.PER_CLASS)
class LanguageTest {

  private static final String SAMPLE = "sample";
  private static final Messages GENERAL = new Messages();
  private static final Messages BRACKETS =
      new Messages(Locale.of("xx"), new Bracketed(Messages.class.getClassLoader()));

  private final AnnotationConfigApplicationContext spring =
      new AnnotationConfigApplicationContext("cepa.renderer.pages", "cepa.renderer.view");

  private List<PageFamily> families = List.of();

  @BeforeAll
  void find() {
    families =
        spring.getBeansOfType(PageFamily.class).values().stream()
            .filter(family -> !family.id().equals(SAMPLE))
            .toList();
  }

  @AfterAll
  void close() {
    spring.close();
  }

  @Test
  void titlesAndDescriptions_areTextsOfABundle() {
    var data = new PageContext.Data(Networks.aNetwork().with(Networks.aRelay()).load("m1"));
    data.shared(Messages.class, () -> BRACKETS);
    var registry = new Links.Registry();
    families.forEach(family -> family.link(registry, data));
    var context = new PageContext(data, registry.build(), List::of);
    for (PageFamily family : families) {
      family
          .paths(context)
          .forEach(path -> {
            if (path instanceof SitePath.Page page) {
              PageHead head = page.view().get().head();
              assertThat(head.title()).as(page.path()).startsWith("[").endsWith("]");
              assertThat(head.description()).as(page.path()).startsWith("[").endsWith("]");
            }
          });
    }
  }

  @Test
  void entriesOfTheMenu_areKeysOfTexts() {
    assertThat(families.stream().flatMap(family -> family.navigation().stream()))
        .isNotEmpty()
        .allSatisfy(entry -> {
          assertThat(GENERAL.text(entry.text())).isNotBlank();
          if (!entry.group().isEmpty()) {
            assertThat(GENERAL.text(entry.group())).isNotBlank();
          }
        });
  }

  @Test
  void apostrophesAndBraces_standAsTheyAreWritten() {
    assertThat(GENERAL.text("specimen.apostrophe", "Ana", "{0}"))
        .isEqualTo("It's Ana's {0}, isn't it? {2}");
  }

  /// Serves `messages_xx.properties` made from `messages.properties`.
  private static final class Bracketed extends ClassLoader {
    Bracketed(ClassLoader parent) {
      super(parent);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      if (!name.endsWith("_xx.properties")) {
        return super.getResourceAsStream(name);
      }
      try (InputStream general = super.getResourceAsStream(name.replace("_xx", ""))) {
        return general == null ? null : bracketed(general);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// Lists of ids are no texts.
    private static InputStream bracketed(InputStream general) throws IOException {
      var texts = new Properties();
      texts.load(new InputStreamReader(general, StandardCharsets.UTF_8));
      texts.replaceAll((key, text) ->
          key.toString().endsWith(".sections") || key.toString().endsWith(".entries")
              ? text
              : "[" + text + "]");
      var out = new StringWriter();
      texts.store(out, null);
      return new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
