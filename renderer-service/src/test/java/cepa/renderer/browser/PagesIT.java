package cepa.renderer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.Networks;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One page of every kind, as readers have them.
@Tag("browser")
class PagesIT {

  private static final RenderedSite SITE =
      RenderedSite.of(
          SampleNetworks.hostile()
              .with(
                  IntStream.range(0, 501)
                      .mapToObj(i -> Networks.aRelay().nickname("n" + i))
                      .toArray(cepa.testing.model.RelayBuilder[]::new)));

  /// What one row of a long table shows, all do: they come from one template.
  private static final String SHORTEN =
      "() => document.querySelectorAll('tbody').forEach("
          + "body => [...body.rows].slice(12).forEach(row => row.remove()))";

  private static final String RULES = "wcag2a, wcag2aa, wcag21a, wcag21aa, best-practice";

  private static SiteServer server;
  private static Chromium chromium;

  @BeforeAll
  static void open() throws IOException {
    chromium = new Chromium();
    server = new SiteServer().with(SITE);
  }

  @AfterAll
  static void close() {
    if (server != null) {
      server.close();
      chromium.close();
    }
  }

  /// The home page, pages of relays of all sorts, and the first and second page of every other
  /// kind, by where they are.
  private static Collection<String> kinds() {
    Map<String, String> kinds = new TreeMap<>();
    for (String path : SITE.pages().keySet()) {
      String kind =
          path.replaceAll("[^/]+/?$", "").replaceAll("/[^/]+/$", "/*/")
              + (path.matches(".*/\\d+(\\.html|/)$") ? "#" : "");
      String own = path.endsWith(".html") ? path.replaceAll("-by-.*", "") : kind;
      kinds.putIfAbsent(own, path);
    }
    List<String> all = new ArrayList<>(kinds.values());
    all.add("/");
    List.of(
            SampleNetworks.HEALTHY,
            SampleNetworks.TROUBLED,
            SampleNetworks.BARE,
            SampleNetworks.HOSTILE)
        .forEach(relay -> all.add("/relay/" + relay.hex() + "/"));
    return all.stream().distinct().toList();
  }

  @Test
  void everyKindOfPage_isAccessible() throws IOException {
    String axe = axe();
    List<String> violations = new ArrayList<>();
    // Wide in light and narrow in dark: each width and each scheme once, as axe takes its time.
    inspect(axe, 1366, ColorScheme.LIGHT, violations);
    inspect(axe, 390, ColorScheme.DARK, violations);
    assertThat(violations).isEmpty();
  }

  private static void inspect(String axe, int width, ColorScheme scheme, List<String> violations) {
    try (Page page = chromium.inspected(width, scheme)) {
      for (String path : kinds()) {
        page.navigate(server.url(path));
        page.evaluate(SHORTEN);
        page.evaluate(axe);
        Object found =
            page.evaluate(
                "async rules => (await axe.run({runOnly: rules.split(', ')})).violations"
                    + ".map(v => v.id + ': ' + v.nodes.slice(0, 3)"
                    + ".map(n => n.html.slice(0, 160)).join(' | '))",
                RULES);
        if (found instanceof List<?> list) {
          list.forEach(v -> violations.add(path + " " + width + " " + scheme + " " + v));
        }
      }
    }
  }

  @Test
  void noKindOfPage_complainsOrScrollsSideways() {
    for (int width : new int[] {1366, 390}) {
      try (Page page = chromium.page(width, false, ColorScheme.LIGHT)) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(page.url() + " " + message.text()));
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
        for (String path : kinds()) {
          page.navigate(server.url(path));
          assertThat(width(page)).as(path).isLessThanOrEqualTo(width);
        }
        assertThat(complaints).isEmpty();
      }
    }
  }

  /// Without scripts of the page, the browser still answers its driver.
  private static int width(Page page) {
    return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
  }

  private static String axe() throws IOException {
    try (InputStream in = PagesIT.class.getResourceAsStream("/axe.min.js")) {
      assertThat(in).as("axe.min.js on the class path").isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
