package cepa.renderer.pages.operator;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Contact;
import cepa.model.Relay;
import cepa.model.SourceProvenance.State;
import cepa.model.consensus.FamilyKeys;
import cepa.model.consensus.FamilyKeys.Support;
import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.renderer.pages.SampleOperators;
import cepa.renderer.view.Sources;
import cepa.testing.model.Networks;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorPagesTest {

  private static final String PATH = "/contact/" + Contact.md5("aroi_domain:example.org") + "/";
  private static final String COMPLETE = "url:https://example.org proof:uri-rsa ciissversion:2";

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small().proved("example.org"));
    Golden.check(getClass(), "operator.golden.html", site.html(PATH));
    Golden.check(getClass(), "operator.golden.json", Golden.pretty(site.twin(PATH + "index.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileOperator_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    String hostile = Contact.md5(String.join("\n", SampleNetworks.ATTACKS));
    Golden.check(
        getClass(), "operator-hostile.golden.html", site.html("/contact/" + hostile + "/"));
  }

  @Test
  @Tag("golden")
  void relaysWithoutAContact_areNobody() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "nobody.golden.html", site.html("/contact/" + Contact.NOBODY + "/"));
    assertThat(site.page("/misc/contacts-by-bandwidth.html").select("tbody th a").eachAttr("href"))
        .doesNotContain("/contact/" + Contact.NOBODY + "/");
  }

  @Test
  @Tag("golden")
  void pageOfAnOperatorOfWhomAllIsKnown_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleOperators.known());
    Golden.check(getClass(), "operator-known.golden.html", site.html("/example.org/"));
    Golden.check(
        getClass(),
        "operator-known.golden.json",
        Golden.pretty(site.twin("/example.org/index.json")));
  }

  @Test
  void whatDeservesALook_comesFirst() {
    Document page = RenderedSite.of(SampleOperators.known()).page(PATH);
    assertThat(page.select(".findings strong").eachText())
        .containsExactly(
            "1 of 4 relays not running",
            "1 of 4 relays on an obsolete version",
            "1 of 4 relays run far less than the others");
    assertThat(page.select(".findings li").eachAttr("class"))
        .containsExactly("problem", "problem", "notice");
    assertThat(page.select("#rankings a").eachAttr("href"))
        .containsExactly("/rankings/bandwidth/", "/rankings/exit-authority/");
  }

  @Test
  void relays_areToldWithAllThatIsKnownOfEach() {
    var network =
        Networks.aNetwork()
            .with(
                Networks.aRelay()
                    .contact(COMPLETE)
                    .uptime(new Relay.Uptime(0.991, 0.98, null, null))
                    .addresses("192.0.2.7:443", "[2001:db8::7]:443"));
    Document page = RenderedSite.of(network).page(PATH);
    List<String> cells = page.select("table.own tbody td").eachText();
    assertThat(cells.subList(3, 7)).as("uptime").containsExactly("99.1", "98.0", "–", "–");
    assertThat(cells.subList(cells.size() - 2, cells.size()))
        .containsExactly("192.0.2.7", "2001:db8::7");
  }

  @Test
  void families_sayHowRelaysDeclareThem() {
    var network =
        Networks.aNetwork()
            .with(Networks.aRelay().contact(COMPLETE), Networks.aRelay().contact(COMPLETE));
    assertThat(RenderedSite.of(network).page(PATH).select("#family-support")).isEmpty();
    var keys =
        new FamilyKeys(Map.of(), List.of(Support.LIST, Support.BOTH), List.of(), 2, 1, null, 0);
    assertThat(
            RenderedSite.of(network.part(keys)).page(PATH).select("#family-support li").eachText())
        .containsExactly("by key and by naming each other 1", "by naming each other only 1");
  }

  @Test
  void operatorThatIsWell_isCalm() {
    var network =
        Networks.aNetwork().with(Networks.aRelay().contact(COMPLETE)).proved("example.org");
    Document page = RenderedSite.of(network).page(PATH);
    assertThat(page.select(".findings")).isEmpty();
    assertThat(page.select(".calm").text()).startsWith("Nothing to mend");
    assertThat(page.select("#intelligence")).as("one relay cannot be spread").isEmpty();
  }

  @Test
  void missingSources_areUnknown_neverZero() {
    RenderedSite site =
        RenderedSite.of(
            SampleOperators.known()
                .source(Sources.UPTIME, State.MISSING)
                .source(Sources.BANDWIDTH, State.MISSING));
    Document page = site.page(PATH);
    assertThat(page.select("#traffic + .unavailable").text()).startsWith("No bandwidth data");
    assertThat(page.select("#reliability + .unavailable").text()).startsWith("No uptime data");
    assertThat(page.select("figure")).isEmpty();
  }

  @Test
  void axisOfTraffic_beginsAtZero() {
    Document page = RenderedSite.of(SampleOperators.known()).page(PATH);
    assertThat(page.select("figure.chart")).hasSize(2);
    assertThat(page.select("figure.chart .plot ol li:last-child").eachText())
        .containsExactly("0", "0");
  }

  @Test
  void provedDomain_isTheOperatorsOwnAddress() {
    var network = Networks.aNetwork().with(Networks.aRelay().contact(COMPLETE));
    RenderedSite proved = RenderedSite.of(network.proved("example.org"));
    for (String path : List.of("/example.org/", PATH)) {
      assertThat(proved.page(path).select("link[rel=canonical]").attr("href"))
          .isEqualTo("https://relays.example.org/example.org/");
    }
    assertThat(proved.page("/misc/contacts-by-bandwidth.html").select("tbody th a").attr("href"))
        .isEqualTo("/example.org/");
    assertThat(proved.document("/sitemap-1.xml"))
        .contains("<loc>https://relays.example.org/example.org/</loc>")
        .doesNotContain("/contact/");
    assertThat(proved.has("/example.org/feed.atom")).isTrue();
    assertThat(proved.has(PATH + "feed.atom")).isTrue();
    assertThat(proved.page(PATH).select("#validated-relays").text()).isEqualTo("Proved 1");
  }

  @Test
  void claimedDomain_isNoAddress() {
    var network = Networks.aNetwork().with(Networks.aRelay().contact(COMPLETE));
    RenderedSite site = RenderedSite.of(network);
    assertThat(site.has("/example.org/")).isFalse();
    assertThat(site.page(PATH).select("#proof ~ .scroll tbody td").first()).isNotNull();
  }

  @Test
  void keyOfFormerTimes_leadsToTheOperator() {
    var network =
        Networks.aNetwork()
            .with(
                Networks.aRelay()
                    .contact("url:https://Example.org:8443/a proof:uri-rsa ciissversion:2"));
    String former = Contact.md5("aroi_domain:Example.org:8443");
    assertThat(RenderedSite.of(network).redirects())
        .containsEntry("/contact/" + former + "/", PATH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.org", "a.b-c.example", "xn--pple-43d.com", "1.example"})
  void domain_isAnAddress(String domain) {
    assertThat(Domains.isPath(domain)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        ".",
        "static",
        "relay",
        "search-index.json",
        "index.html",
        "robots.txt",
        "a..b",
        "-a.example",
        "a-.example",
        "127.0.0.1",
        "example.com:8080",
        "user@example.com",
        "[::1]",
        "EXAMPLE.com",
        "under_score.example",
        "example.org/",
        "sitemap-1.xml",
        "a.b\n"
      })
  void anythingElse_isNone(String domain) {
    assertThat(Domains.isPath(domain)).isFalse();
    assertThat(Domains.isPath("a".repeat(63) + ".".repeat(1) + "b".repeat(64))).isFalse();
  }
}
