package cepa.renderer.view.template;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.SourceProvenance.State;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.SitePath;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleHealth;
import cepa.renderer.pages.SampleNetworks;
import cepa.renderer.pages.SampleOperators;
import cepa.renderer.pages.relay.SampleDirectory;
import cepa.renderer.view.Sources;
import cepa.testing.model.NetworkBuilder;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// A language that only adds files, whose every text is the general one in brackets.
@TestInstance(Lifecycle.PER_CLASS)
class LanguageTest {

  private static final String SAMPLE = "sample";
  private static final Messages GENERAL = new Messages();
  private static final Messages BRACKETS =
      new Messages(Locale.of("xx"), new Bracketed(Messages.class.getClassLoader()));

  /// Elements that hold nothing but data: names, addresses, times, what a relay says of itself;
  /// domains; flags in tables of votes; text with a cell of its own in the table of an operator's
  /// relays (flags, country, version, platform, addresses); what authorities call a version; names
  /// of schemas.
  private static final String DATA =
      "bdi, code, time, pre, .key, .fingerprint, #contact + dl div:first-child dd, #version small,"
          + " .conditions th[scope=rowgroup], .votes td:nth-child(7), ul.columns,"
          + " .own td:is(:nth-child(9), :nth-child(15), :nth-child(17), :nth-child(18)),"
          + " .own td:is(:nth-child(21), :nth-child(23), :nth-child(24))";

  private static final List<String> READ_OUT =
      List.of(
          "lang",
          "aria-label",
          "title",
          "placeholder",
          "alt",
          "data-refused",
          "data-nothing",
          "data-failed",
          "data-pages",
          "data-page",
          "data-previous",
          "data-next");

  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  /// What is the same in every language: the software, units, ids of sources and networks, names of
  /// authorities.
  private static final Pattern NAMES =
      Pattern.compile(
          "\\b(Cepa|[KMG]bit/s|[KMGTP]?B(/s)?|AS\\d+"
              + "|(onionoo|collector|aroi|authority)-\\w+"
              + "|bastet|dannenberg|dizum|faravahar|gabelmoo|longclaw|maatuska|moria1|tor26)\\b");

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

  static List<RenderedSite> sites() {
    return List.of(
        inBrackets(Networks.aNetwork()),
        inBrackets(SampleDirectory.with(SampleNetworks.small())),
        inBrackets(SampleDirectory.with(SampleNetworks.small(), SampleDirectory.everyIssue("a"))),
        inBrackets(SampleOperators.known().proved("example.org")),
        inBrackets(SampleHealth.judged(SampleNetworks.small(), "Linux")),
        inBrackets(SampleNetworks.small().source(Sources.UPTIME, State.MISSING)),
        inBrackets(SampleNetworks.small().source(Sources.BANDWIDTH, State.STALE)),
        inBrackets(SampleNetworks.small().source(Sources.VALIDATION, State.DISABLED)));
  }

  private static RenderedSite inBrackets(NetworkBuilder network) {
    return RenderedSite.of(network.load("m1"), BRACKETS);
  }

  @ParameterizedTest
  @MethodSource("sites")
  void everyWordOfEveryPage_isATextOfABundle(RenderedSite site) {
    Set<String> found = new TreeSet<>();
    site.pages().keySet().forEach(path -> foreign(site.page(path), found));
    assertThat(found).isEmpty();
  }

  /// Words outside of brackets that are no data. A sentence may reach over several elements.
  private static void foreign(Document page, Set<String> found) {
    page.select(DATA).remove();
    var whole = new Outside();
    page.traverse((node, depth) -> {
      if (node instanceof TextNode text) {
        whole.read(text.getWholeText());
        if (whole.hasWord()) {
          found.add(name(node.parent()) + ": " + text.text());
        }
      } else if (node instanceof Element element) {
        for (String attribute : READ_OUT) {
          var said = new Outside();
          said.read(element.attr(attribute));
          if (said.hasWord()) {
            found.add(name(element) + " " + attribute + ": " + element.attr(attribute));
          }
        }
      }
    });
    assertThat(whole.depth).as("Brackets that are open at the end").isZero();
  }

  private static String name(@Nullable Node node) {
    return node instanceof Element element ? element.cssSelector() : "";
  }

  /// What of the last text read stands outside of all brackets.
  private static final class Outside {
    private final StringBuilder outside = new StringBuilder();
    private int depth;

    void read(String text) {
      outside.setLength(0);
      text.chars()
          .forEach(c -> {
            depth -= c == ']' ? 1 : 0;
            if (depth == 0 && c != ']') {
              outside.append((char) c);
            }
            depth += c == '[' ? 1 : 0;
          });
    }

    boolean hasWord() {
      return WORD.matcher(NAMES.matcher(outside).replaceAll(" ")).find();
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
