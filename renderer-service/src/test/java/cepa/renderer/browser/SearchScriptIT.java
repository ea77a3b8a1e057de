package cepa.renderer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.search.SearchSample;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The script of plain static sites, held to the same table as the edge.
@Tag("browser")
class SearchScriptIT {

  private static final int MOST_BYTES = 64 * 1024;

  private static SiteServer server;
  private static Chromium chromium;
  private static Page page;

  @BeforeAll
  static void open() throws IOException {
    chromium = new Chromium();
    server =
        new SiteServer().with(RenderedSite.of(SampleNetworks.small())).with(SearchSample.files());
    page = chromium.page(1366, true, ColorScheme.LIGHT);
  }

  @AfterAll
  static void close() {
    if (server != null) {
      server.close();
      chromium.close();
    }
  }

  private static List<SearchSample.Row> rows() {
    return SearchSample.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void query_leadsWhereItMust(SearchSample.Row row) {
    server.bytesOfJson();
    assertThat(said(row.query())).isEqualTo(row.expected());
    assertThat(server.bytesOfJson()).isLessThanOrEqualTo(MOST_BYTES);
  }

  private static String said(String query) {
    page.navigate(server.url("/search/?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    if (query.isBlank()) {
      return page.locator("#results[data-state]").count() == 0 ? "home" : "answered";
    }
    page.waitForCondition(
        () -> !path().equals("/search/") || page.locator("#results[data-state]").count() == 1);
    if (!path().equals("/search/")) {
      return "go " + path();
    }
    String state = page.locator("#results").getAttribute("data-state");
    return state.equals("found") ? groups() : state;
  }

  private static String path() {
    return URI.create(page.url()).getPath();
  }

  private static String groups() {
    List<String> groups = new ArrayList<>();
    for (Locator section : page.locator("#results section").all()) {
      groups.add(
          section.getAttribute("data-kind")
              + " "
              + section.getAttribute("data-total")
              + " "
              + section.locator("a").first().getAttribute("href"));
    }
    return String.join("; ", groups);
  }

  @Test
  void pages_goOn() {
    assertThat(said("ela")).startsWith("relay 901");
    assertThat(page.locator("#results li").count()).isEqualTo(20);
    page.locator("a[rel=next]").click();
    page.locator("a[rel=prev]")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    assertThat(page.locator("nav.pages").textContent()).contains("Page 2 of 46");
    assertThat(page.locator("#results li").count()).isEqualTo(20);
  }

  @Test
  void hostileNickname_isText() {
    page.navigate(server.url("/search/?q=%C3%BCn%C3%AFcode&kind=relay&page=1"));
    page.locator("#results li").waitFor();
    assertThat(page.locator("#results li a").textContent()).isEqualTo("<b>Ünïcode&1");
  }

  @Test
  void missingIndex_isSaid() throws IOException {
    try (var bare = new SiteServer().with(RenderedSite.of(SampleNetworks.small()))) {
      bare.with(java.util.Map.of("/search/shards.json", "{}".getBytes(StandardCharsets.UTF_8)));
      page.navigate(bare.url("/search/?q=anything"));
      page.locator("#results[data-state=failed]").waitFor();
      assertThat(page.locator("#results").textContent()).contains("cannot be read");
    }
  }

  @Test
  void withoutScripts_thePageLeadsToTheLists() {
    try (Page plain = chromium.page(390, false, ColorScheme.LIGHT)) {
      plain.navigate(server.url("/search/?q=de"));
      assertThat(plain.locator("noscript a, #results a").count()).isGreaterThan(1);
    }
  }
}
