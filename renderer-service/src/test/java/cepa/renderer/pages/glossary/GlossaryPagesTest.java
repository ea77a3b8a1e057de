package cepa.renderer.pages.glossary;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.leaderboard.Category;
import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.renderer.view.template.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GlossaryPagesTest {

  private static final Messages MESSAGES = new Messages(Locale.ROOT);

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "glossary.golden.html", site.html("/glossary/"));
    Golden.check(getClass(), "rankings.golden.html", site.html("/method/rankings/"));
  }

  @Test
  void entries_haveIdsOfTheirOwn() {
    List<String> ids =
        GlossaryPages.DOCUMENTS.stream()
            .flatMap(document -> new Texts(MESSAGES).sections(document).stream())
            .flatMap(section -> section.entries().stream())
            .map(GlossaryView.Entry::id)
            .toList();
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(100);
  }

  @Test
  void everyRanking_isExplained() {
    Document page = RenderedSite.of(SampleNetworks.small()).page("/method/rankings/");
    for (Category category : Category.values()) {
      String id = "rank-" + category.name().toLowerCase(Locale.ROOT).replace('_', '-');
      assertThat(page.getElementById(id)).as(id).isNotNull();
    }
  }

  @Test
  void everyFlagOfTheNetwork_isExplained() {
    Document page = RenderedSite.of(SampleNetworks.small()).page("/method/flags/");
    for (String flag : List.of("Guard", "Exit", "Fast", "Running", "Stable", "V2Dir", "HSDir")) {
      assertThat(page.getElementById("flag-" + flag.toLowerCase(Locale.ROOT))).isNotNull();
    }
  }

  @Test
  void everyText_isUsed() throws IOException {
    var properties = new Properties();
    try (var in =
        GlossaryPages.class.getResourceAsStream(
            "/cepa/renderer/pages/glossary/messages.properties")) {
      properties.load(new InputStreamReader(requireNonNull(in), StandardCharsets.UTF_8));
    }
    Set<String> used = new TreeSet<>();
    for (String document : GlossaryPages.DOCUMENTS) {
      new Texts(MESSAGES)
          .sections(document)
          .forEach(section -> section.entries().forEach(entry -> used.add(entry.id())));
    }
    assertThat(properties.stringPropertyNames())
        .filteredOn(key -> key.startsWith("entry."))
        .allMatch(key -> used.contains(key.split("\\.")[1]));
  }
}
