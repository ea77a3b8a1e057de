package cepa.renderer.pages.relay;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.Networks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RelayPagesTest {

  /// Ids that other sites link to.
  private static final List<String> PUBLIC_IDS =
      List.of(
          "status",
          "connectivity",
          "or-address",
          "location",
          "autonomous-system",
          "flags",
          "bandwidth",
          "bandwidth-capacity",
          "network-participation",
          "uptime",
          "first-last-seen",
          "uptime-downtime",
          "uptime-history",
          "overload",
          "operator",
          "contact",
          "effective-family",
          "software",
          "platform",
          "version",
          "exit-policy",
          "ipv4-exit-policy-summary",
          "ipv6-exit-policy-summary");

  private static String path(Fingerprint fingerprint) {
    return "/relay/" + fingerprint + "/";
  }

  @Test
  void everyRelay_hasAPage() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    assertThat(site.pages().keySet())
        .filteredOn(path -> path.startsWith("/relay/"))
        .containsExactlyInAnyOrder(
            path(SampleNetworks.HEALTHY),
            path(SampleNetworks.TROUBLED),
            path(SampleNetworks.BARE),
            path(SampleNetworks.SIBLING));
  }

  @Test
  @Tag("golden")
  void relayThatIsWell_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "relay.golden.html", site.html(path(SampleNetworks.HEALTHY)));
    String twin = path(SampleNetworks.HEALTHY) + "index.json";
    Golden.check(getClass(), "relay.golden.json", Golden.pretty(site.twin(twin)));
  }

  @Test
  @Tag("golden")
  void hostileRelay_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "relay-hostile.golden.html", site.html(path(SampleNetworks.HOSTILE)));
  }

  @Test
  void hostileRelay_hasTheShapeOfAnyOther() {
    Document page = RenderedSite.of(SampleNetworks.hostile()).page(path(SampleNetworks.HOSTILE));
    assertThat(page.select("h1").text()).isEqualTo("<script>alert(1)</script>");
    assertThat(page.select("#contact dd").text())
        .contains("<plaintext>", "&lt;b&gt; &amp;amp; AT&T", "{{7*7}}", "[U+202E]gpj.exe");
    assertThat(page.select("footer")).hasSize(1);
    assertThat(page.select("main > h2").eachText())
        .containsExactly(
            "Addresses and place",
            "Flags",
            "Bandwidth and weight",
            "Uptime and stability",
            "Operator and family",
            "Software",
            "Exit policy",
            "What changed");
  }

  @Test
  void invalidKeys_areTextWithoutALink() {
    Document page = RenderedSite.of(SampleNetworks.hostile()).page(path(SampleNetworks.HOSTILE));
    assertThat(page.select("#location a, #autonomous-system a")).isEmpty();
    assertThat(page.select("#autonomous-system").text()).contains("AS0\"><script>");
  }

  @Test
  void publicIds_areThere() {
    Document page = RenderedSite.of(SampleNetworks.small()).page(path(SampleNetworks.HEALTHY));
    assertThat(page.select("[id]").eachAttr("id")).containsAll(PUBLIC_IDS);
  }

  @Test
  void bareRelay_saysUnknownAndNeverZero() {
    Document page = RenderedSite.of(SampleNetworks.small()).page(path(SampleNetworks.BARE));
    assertThat(page.select("h1").text()).isEqualTo("Unnamed");
    assertThat(page.select("dl.figures dd").eachText())
        .containsExactly("unknown", "unknown", "unknown", "unknown");
    assertThat(page.select("main").text()).doesNotContainPattern("\\b0(\\.0+)?( %| [KMG]bit/s)");
  }

  @Test
  void policyOfAllPorts_isSaidInWords() {
    var every = List.of("1-65535");
    var policy =
        new Relay.ExitPolicy(
            List.of(), new Relay.PortSummary(false, every), new Relay.PortSummary(true, every));
    var relay = Networks.aRelay().fingerprint(SampleNetworks.BARE).exitPolicy(policy);
    Document page =
        RenderedSite.of(Networks.aNetwork().with(relay)).page(path(SampleNetworks.BARE));
    assertThat(page.select("#exit-policy + dl dd").eachText())
        .containsExactly("nothing goes out", "all ports");
  }

  @Test
  void familyMember_isLinkedOnlyIfItIsThere() {
    Document page = RenderedSite.of(SampleNetworks.small()).page(path(SampleNetworks.HEALTHY));
    Element family = page.select("#effective-family").first();
    assertThat(family).isNotNull();
    assertThat(family.select("a").eachText()).containsExactly("valeSwift02 AAAAAAAA");
    assertThat(family.select("code").eachText()).containsExactly("C".repeat(40));
  }

  @Test
  void largeFamilyAndPolicy_areCutAndCounted() {
    Fingerprint[] members =
        IntStream.range(0, 70)
            .mapToObj(i -> Fingerprint.of(Integer.toString(i + 10).repeat(20)))
            .toArray(Fingerprint[]::new);
    String[] rules = new String[1_100];
    Arrays.fill(rules, "reject 192.0.2.0/24:*");
    var policy = new Relay.ExitPolicy(List.of(rules), null, null);
    var relay = Networks.aRelay().fingerprint(members[0]).family(members).exitPolicy(policy);
    RenderedSite site = RenderedSite.of(Networks.aNetwork().with(relay));

    Document page = site.page(path(members[0]));
    assertThat(page.select("#effective-family li")).hasSize(50);
    assertThat(page.select("#effective-family").text()).endsWith("and 19 more");
    assertThat(page.select("pre").text().lines()).hasSize(1_000);
    assertThat(page.select("pre + p").text()).isEqualTo("and 100 more");
    assertThat(site.html(path(members[0]))).hasSizeLessThanOrEqualTo(45_000);
  }
}
