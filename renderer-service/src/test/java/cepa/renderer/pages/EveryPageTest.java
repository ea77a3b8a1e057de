package cepa.renderer.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.json.Json;
import cepa.model.SourceProvenance.State;
import cepa.renderer.view.Sources;
import cepa.testing.model.Networks;
import cepa.testing.model.RelayBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every page of every family.
class EveryPageTest {

  private static final List<RenderedSite> SITES =
      List.of(
          RenderedSite.of(SampleNetworks.small()),
          RenderedSite.of(SampleNetworks.hostile()),
          RenderedSite.of(Networks.aNetwork()),
          RenderedSite.of(Networks.aNetworkOf(60, 3).with(sameNetwork(501))),
          RenderedSite.of(SampleNetworks.small().baseUrl(null)),
          RenderedSite.of(SampleNetworks.small().source(Sources.UPTIME, State.MISSING)));

  private static List<RenderedSite> sites() {
    return SITES;
  }

  private static RelayBuilder[] sameNetwork(int relays) {
    return IntStream.range(0, relays)
        .mapToObj(i -> Networks.aRelay().nickname("n" + i))
        .toArray(RelayBuilder[]::new);
  }

  @ParameterizedTest
  @MethodSource("sites")
  void internalLinks_leadSomewhere(RenderedSite site) {
    site.pages()
        .forEach((path, body) -> {
          Document page = parse(body);
          for (Element link : page.select("[href]")) {
            String href = link.attr("href");
            if (href.startsWith("#")) {
              assertThat(page.getElementById(href.substring(1)))
                  .as("%s: target of %s", path, href)
                  .isNotNull();
            } else if (!href.startsWith("https://")) {
              String target = URI.create(path).resolve(href).getRawPath();
              assertThat(href).as(path).matches("/.*|[a-z-]+[.](csv|json|atom)");
              assertThat(site.has(target)).as("%s: target of %s", path, href).isTrue();
            }
          }
        });
    site.redirects()
        .forEach((from, to) -> assertThat(site.pages()).as("redirect of %s", from).containsKey(to));
  }

  @ParameterizedTest
  @MethodSource("sites")
  void pages_holdNothingThatRuns(RenderedSite site) {
    site.pages()
        .forEach((path, body) -> {
          Document page = parse(body);
          assertThat(page.select("script").eachAttr("src"))
              .as(path)
              .allMatch(script ->
                  path.equals("/search/") && script.matches("/assets/search\\.[0-9a-f]{16}\\.js"));
          assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
              .as(path)
              .startsWith("default-src 'none'; style-src 'self';")
              .doesNotContain("unsafe", "*");
          assertThat(page.select("style, base, iframe, object, embed, img, [style]"))
              .as(path)
              .isEmpty();
          assertThat(page.select("form")).as(path).hasSize(1);
          assertThat(page.select("link[rel=stylesheet]")).as(path).hasSize(1);
          for (Element element : page.getAllElements()) {
            assertThat(element.attributes().asList())
                .as("%s: %s", path, element.tagName())
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
          }
          assertThat(new String(body, StandardCharsets.UTF_8))
              .as(path)
              .doesNotContain("&amp;lt;script")
              .doesNotContainPattern("[\\x00-\\x08\\x0B-\\x1F\\x7F\\u202A-\\u202E\\u2066-\\u2069]");
        });
  }

  @ParameterizedTest
  @MethodSource("sites")
  void pages_areBuiltForEveryone(RenderedSite site) {
    site.pages()
        .forEach((path, body) -> {
          Document page = parse(body);
          assertThat(page.select("h1")).as(path).hasSize(1);
          assertThat(page.select("main#main")).as(path).hasSize(1);
          assertThat(page.select("a.skip[href=#main]")).as(path).hasSize(1);
          assertThat(page.select("footer")).as(path).hasSize(1);
          assertThat(page.select("meta[name=description]").attr("content")).as(path).isNotBlank();
          assertThat(page.select("table:not(:has(caption))")).as(path).isEmpty();
          assertThat(page.select("th:not([scope])")).as(path).isEmpty();
          assertThat(page.select(".scroll:not([tabindex=0][aria-label])")).as(path).isEmpty();
          assertThat(page.select("table").parents().select(".scroll").size())
              .as(path)
              .isEqualTo(page.select("table").size());
          assertThat(page.select("svg[role=img]:not(:has(title)), svg[role=img]:not(:has(desc))"))
              .as(path)
              .isEmpty();
          assertIdsAreUnique(path, page);
        });
  }

  private static void assertIdsAreUnique(String path, Document page) {
    Set<String> ids = new HashSet<>();
    for (Element element : page.select("[id]")) {
      assertThat(ids.add(element.id())).as("%s: id %s is there once", path, element.id()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void pages_keepToTheirBudget(RenderedSite site) {
    site.pages()
        .forEach((path, body) -> {
          if (path.startsWith("/relay/")) {
            assertThat(body.length).as(path).isLessThanOrEqualTo(45_000);
            assertThat(gzipped(body)).as(path).isLessThanOrEqualTo(10_000);
          } else if (path.startsWith("/contact/")) {
            assertThat(body.length).as(path).isLessThanOrEqualTo(30_000 + 600 * rows(body));
          } else if (path.equals("/")) {
            assertThat(body.length).as(path).isLessThanOrEqualTo(120_000);
          } else if (path.matches("/first_seen/[0-9-]{10}/") && rows(body) <= 10) {
            assertThat(body.length).as(path).isLessThanOrEqualTo(12_000);
          } else {
            assertThat(body.length).as(path).isLessThanOrEqualTo(300_000);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("sites")
  void twins_areJsonThatSaysNothingOfMarkup(RenderedSite site) {
    assertThat(site.twins()).hasSameSizeAs(site.pages());
    site.twins()
        .forEach((path, body) -> {
          var twin = Json.MAPPER.readTree(body);
          assertThat(twin.path("head").path("title").asString()).as(path).isNotBlank();
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"MISSING", "DISABLED"})
  void withoutUptime_nothingSaysZero(State state) {
    var network =
        Networks.aNetwork()
            .with(SampleNetworks.healthy().uptime(null), SampleNetworks.troubled().uptime(null))
            .source(Sources.UPTIME, state);
    RenderedSite site = RenderedSite.of(network);

    assertThat(site.page("/").select("dl.figures").text()).contains("Uptime, 6 months unknown");
    Document relay = site.page("/relay/" + SampleNetworks.HEALTHY + "/");
    assertThat(relay.select("#status").text()).contains("Uptime, 6 months unknown");
    assertThat(relay.text()).contains("No uptime data in this build");
    assertThat(relay.select("#uptime-history + .unavailable")).hasSize(1);
    assertThat(relay.select("svg")).isEmpty();
    assertThat(relay.select("aside.sources").text())
        .contains(state == State.MISSING ? "missing" : "switched off");
    Document network24940 = site.page("/as/AS24940/");
    assertThat(network24940.select("table.relays tbody td:nth-child(5)").eachText())
        .containsExactly("unknown");
  }

  @Test
  void healthySources_areNamedWithoutAnAdjective() {
    Document relay =
        RenderedSite.of(
                SampleNetworks.small()
                    .source("collector-consensus", State.FRESH)
                    .source("collector-votes", State.FRESH)
                    .source("collector-descriptors", State.FRESH))
            .page("/relay/" + SampleNetworks.HEALTHY + "/");
    assertThat(relay.select("aside.sources").text())
        .isEqualTo(
            "Sources onionoo-details aroi-validation onionoo-uptime onionoo-bandwidth"
                + " collector-consensus collector-votes collector-descriptors");
  }

  @Test
  void staleSource_saysSo() {
    Document relay =
        RenderedSite.of(SampleNetworks.small().source(Sources.UPTIME, State.STALE))
            .page("/relay/" + SampleNetworks.HEALTHY + "/");
    assertThat(relay.select("aside.sources").text())
        .startsWith("Sources onionoo-details aroi-validation onionoo-uptime older than usual");
  }

  @Test
  void hourThatChangesNothing_changesOnlyPagesThatSayWhen() {
    RenderedSite before = RenderedSite.of(SampleNetworks.small());
    RenderedSite after =
        RenderedSite.of(SampleNetworks.small().asOf(Networks.AS_OF.plusSeconds(3_600)));

    assertThat(after.pages().keySet()).isEqualTo(before.pages().keySet());
    for (String path : before.pages().keySet()) {
      if (!path.equals("/") && !path.equals("/sources/")) {
        assertThat(after.html(path)).as(path).isEqualTo(before.html(path));
      }
    }
  }

  @Test
  void twinThatDidNotChange_meansThePageDidNot() {
    RenderedSite before = RenderedSite.of(Networks.aNetworkOf(300, 1));
    for (long seed : List.of(1L, 2L)) {
      var other = Networks.aNetworkOf(300, seed).with(SampleNetworks.healthy());
      RenderedSite after = RenderedSite.of(other);
      after
          .pages()
          .forEach((path, body) -> {
            String twin = path.endsWith("/") ? path + "index.json" : path.replace(".html", ".json");
            boolean same =
                before.twins().containsKey(twin) && before.twin(twin).equals(after.twin(twin));
            if (same) {
              assertThat(after.html(path)).as(path).isEqualTo(before.html(path));
            }
          });
    }
  }

  @Test
  void longListing_isPagedAndSortable() {
    var networks =
        IntStream.rangeClosed(1, 501)
            .mapToObj(i -> Networks.aRelay().network("AS" + i, "Network " + i))
            .toArray(RelayBuilder[]::new);
    RenderedSite site = RenderedSite.of(Networks.aNetwork().with(networks));

    Document first = site.page("/misc/networks-by-bandwidth.html");
    assertThat(first.select("tbody tr")).hasSize(500);
    assertThat(first.select("th[aria-sort]").eachText()).containsExactly("All");
    assertThat(first.select("nav.pages a[rel=next]").attr("href"))
        .isEqualTo("/misc/networks-by-bandwidth/2.html");
    Document second = site.page("/misc/networks-by-bandwidth/2.html");
    Document other = site.page("/misc/networks-by-relay-count.html");
    assertThat(other.select("p.more a").eachAttr("href"))
        .containsExactly("/misc/networks-by-bandwidth.html");
    assertThat(site.has("/misc/networks-by-relay-count/2.html")).isFalse();
    assertThat(second.select("tbody tr")).hasSize(1);
    assertThat(second.select("nav.pages a[rel=prev]").attr("href"))
        .isEqualTo("/misc/networks-by-bandwidth.html");
    assertThat(site.redirects())
        .containsEntry(
            "/misc/networks-by-unique-as-count.html", "/misc/networks-by-bandwidth.html");
  }

  private static int rows(byte[] body) {
    return parse(body).select("table:is(.relays, .own) tbody tr").size();
  }

  private static Document parse(byte[] body) {
    return Jsoup.parse(new String(body, StandardCharsets.UTF_8));
  }

  private static int gzipped(byte[] body) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }
}
