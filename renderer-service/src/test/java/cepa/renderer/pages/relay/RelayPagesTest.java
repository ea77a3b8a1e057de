package cepa.renderer.pages.relay;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.SourceProvenance;
import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.NetworkBuilder;
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
          "consensus-evaluation",
          "authority-votes",
          "family-support",
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
    RenderedSite site = RenderedSite.of(SampleDirectory.with(well()));
    Golden.check(getClass(), "relay.golden.html", site.html(path(SampleNetworks.HEALTHY)));
    String twin = path(SampleNetworks.HEALTHY) + "index.json";
    Golden.check(getClass(), "relay.golden.json", Golden.pretty(site.twin(twin)));
  }

  @Test
  @Tag("golden")
  void hostileRelay_looksLikeThis() {
    NetworkBuilder network =
        SampleDirectory.with(
            SampleNetworks.hostile(),
            SampleDirectory.everyIssue(String.join(" ", SampleNetworks.ATTACKS)));
    RenderedSite site = RenderedSite.of(network);
    Golden.check(
        getClass(), "relay-troubled.golden.html", site.html(path(SampleNetworks.TROUBLED)));
    Golden.check(getClass(), "relay-hostile.golden.html", site.html(path(SampleNetworks.HOSTILE)));
  }

  @Test
  @Tag("golden")
  void relayNothingIsKnownOf_looksLikeThis() {
    NetworkBuilder network = SampleNetworks.small();
    List.of("onionoo-uptime", "onionoo-bandwidth", "aroi-validation")
        .forEach(source -> network.source(source, SourceProvenance.State.MISSING));
    RenderedSite site = RenderedSite.of(network);
    Golden.check(getClass(), "relay-missing.golden.html", site.html(path(SampleNetworks.BARE)));
  }

  /// The network of the typical page: traffic is known of the relay that is well.
  private static NetworkBuilder well() {
    var healthy = SampleNetworks.healthy();
    SampleDirectory.traffic().forEach(healthy::series);
    return Networks.aNetwork()
        .trend(SampleNetworks.trend(40, 6, Networks.AS_OF))
        .with(
            healthy,
            Networks.aRelay()
                .fingerprint(SampleNetworks.SIBLING)
                .nickname("valeSwift02")
                .guard()
                .family(SampleNetworks.HEALTHY, SampleNetworks.SIBLING)
                .weight(9_000));
  }

  @Test
  void relayThatIsWell_hasNoWarningBox() {
    Document page =
        RenderedSite.of(SampleDirectory.with(well())).page(path(SampleNetworks.HEALTHY));
    assertThat(page.select(".findings, .unavailable")).isEmpty();
    assertThat(page.select(".calm")).hasSize(1);
  }

  @Test
  void hourThatChangesNothing_leavesThePageAsItIs() {
    String path = path(SampleNetworks.HEALTHY);
    String later =
        RenderedSite.of(SampleDirectory.with(well().asOf(Networks.AS_OF.plusSeconds(3_600))))
            .html(path);
    assertThat(RenderedSite.of(SampleDirectory.with(well())).html(path)).isEqualTo(later);
  }

  @Test
  void everyIssue_hasItsTextsAndOnlyTheWorstStandFirst() {
    NetworkBuilder network =
        SampleDirectory.with(SampleNetworks.small(), SampleDirectory.everyIssue("<b>0.4"));
    Document page = RenderedSite.of(network).page(path(SampleNetworks.TROUBLED));
    assertThat(page.select(".findings li")).hasSize(Findings.MOST);
    assertThat(page.select("#issues + dl dt")).hasSizeGreaterThanOrEqualTo(27);
    assertThat(page.select("main").text()).doesNotContain("{0}", "{1}", "{2}");
  }

  @Test
  void missingSources_areNamedAndNothingIsZero() {
    NetworkBuilder network = SampleNetworks.small();
    List.of("onionoo-uptime", "onionoo-bandwidth")
        .forEach(source -> network.source(source, SourceProvenance.State.MISSING));
    Document page = RenderedSite.of(network).page(path(SampleNetworks.BARE));
    assertThat(page.select(".unavailable").eachText())
        .anyMatch(text -> text.startsWith("No vote data in this build"))
        .anyMatch(text -> text.startsWith("No uptime data in this build"))
        .anyMatch(text -> text.startsWith("No bandwidth data in this build"))
        .anyMatch(text -> text.startsWith("No descriptor data in this build"));
  }

  @Test
  void votes_tellOnceWhatMostAuthoritiesAskFor() {
    Document page =
        RenderedSite.of(SampleDirectory.with(well())).page(path(SampleNetworks.HEALTHY));
    assertThat(page.select("#authority-votes .asked").text())
        .isEqualTo("Most ask for 16.78 Mbit/s 98.0 % 8 d 5 d");
    assertThat(page.select("#authority-votes tbody:not(.asked) tr")).hasSize(9);
    assertThat(page.select("#authority-votes small")).isEmpty();
    assertThat(page.select("#authority-votes tbody:not(.asked) tr").get(3).text())
        .isEqualTo("faravahar no vote of it is known");
  }

  @Test
  void measurements_standInAFileOfAllRelays() {
    RenderedSite site = RenderedSite.of(SampleDirectory.with(well()));
    String file = "/misc/measurements/" + SampleNetworks.HEALTHY.hex().charAt(0) + ".csv";
    assertThat(
            site.page(path(SampleNetworks.HEALTHY))
                .select("#bandwidth-capacity a")
                .eachAttr("href"))
        .containsExactly(file);
    assertThat(site.document(file).lines().findFirst().orElseThrow())
        .startsWith(
            "fingerprint,consensusWeight,consensusWeightFraction,guardProbability,middleProbability,"
                + "exitProbability,bastet kilobytesPerSecond,");
    assertThat(site.document(file).lines())
        .anyMatch(line ->
            line.startsWith(SampleNetworks.HEALTHY.hex() + ",") && line.contains(",15000,"));
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
            "History",
            "Addresses and place",
            "Flags",
            "Bandwidth and weight",
            "Uptime and stability",
            "Votes of the authorities",
            "Operator and family",
            "Software",
            "Exit policy",
            "What changed",
            "All that was found");
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
  void place_hasCoordinatesIfTheyAreKnown() {
    Fingerprint known = Fingerprint.of("A".repeat(40));
    Fingerprint unknown = Fingerprint.of("B".repeat(40));
    RenderedSite site =
        RenderedSite.of(
            Networks.aNetwork()
                .with(
                    Networks.aRelay()
                        .fingerprint(known)
                        .at(new Relay.Place("BR", "Brazil", null, "Recife", -8.054, -34.8811)),
                    Networks.aRelay()
                        .fingerprint(unknown)
                        .at(new Relay.Place("BR", "Brazil", null, null, null, -34.8811))));
    assertThat(site.page(path(known)).select("#location small").text())
        .isEqualTo("-8.05°, -34.88°");
    assertThat(site.page(path(unknown)).select("#location small")).isEmpty();
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
    assertThat(page.select("#effective-family li")).hasSize(30);
    assertThat(page.select("#effective-family").text()).endsWith("and at least 30 more");
    assertThat(page.select("pre").text().lines()).hasSize(1_000);
    assertThat(page.select("pre + p").text()).isEqualTo("and 100 more");
    assertThat(site.html(path(members[0]))).hasSizeLessThanOrEqualTo(45_000);
  }
}
