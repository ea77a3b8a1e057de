package cepa.renderer.pages.health;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleHealth;
import cepa.renderer.pages.SampleNetworks;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HealthPagesTest {

  private static final String PATH = "/network-health.html";

  private static final List<String> ANCHORS =
      List.of(
          "relay-counts",
          "bandwidth-capacity",
          "relay-uptime",
          "operator-participation",
          "geographic-participation",
          "provider-participation",
          "bandwidth-utilization",
          "version-compliance",
          "operating-systems",
          "happy-families",
          "exit-policies");

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleHealth.judged(SampleNetworks.small(), "Linux"));
    Golden.check(getClass(), "health.golden.html", site.html(PATH));
    Golden.check(
        getClass(), "health.golden.json", Golden.pretty(site.twin("/network-health.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site =
        RenderedSite.of(
            SampleHealth.judged(
                SampleNetworks.hostile(), String.join(" ", SampleNetworks.ATTACKS)));
    Golden.check(getClass(), "health-hostile.golden.html", site.html(PATH));
  }

  @Test
  void answerComesFirst_worstConcernFirst() {
    Document page =
        RenderedSite.of(SampleHealth.judged(SampleNetworks.small(), "Linux")).page(PATH);
    assertThat(page.select(".lead").text()).isEqualTo("Something is wrong with the network.");
    assertThat(page.select(".findings strong").eachText())
        .containsExactly(
            "Consensus weight of exits: 5.0 %",
            "Consensus weight of the largest network: 70.4 %, AS24940 Hetzner Online GmbH",
            "Relays not running: 12.0 %");
    assertThat(page.select(".aspects li").eachText())
        .containsExactly(
            "Availability worth a look",
            "Capacity bad",
            "Diversity bad",
            "Software unknown",
            "Authorities unknown");
  }

  @Test
  void anchorsOfTheWeb_areKept() {
    Document page = RenderedSite.of(SampleNetworks.small()).page(PATH);
    ANCHORS.forEach(anchor -> assertThat(page.getElementById(anchor)).as(anchor).isNotNull());
  }

  @Test
  void missingSources_areUnknown_neverZero() {
    Document page = RenderedSite.of(SampleNetworks.small()).page(PATH);
    assertThat(page.select("#relay-uptime + p + dl").text()).isEqualTo("Mean of one month unknown");
    assertThat(page.select("dt:contains(Data in five years) + dd").text()).isEqualTo("unknown");
    assertThat(page.select("dt:contains(Domains proved) + dd").text()).isEqualTo("unknown");
    assertThat(page.select("dt:contains(Relays with a certificate) + dd").text())
        .isEqualTo("unknown");
    assertThat(page.select("dt:contains(Consensus method in use) + dd").text())
        .isEqualTo("unknown");
  }
}
