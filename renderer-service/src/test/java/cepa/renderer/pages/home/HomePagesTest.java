package cepa.renderer.pages.home;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.NetworkTrend;
import cepa.model.SourceProvenance.State;
import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.renderer.view.Sources;
import cepa.testing.model.Networks;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HomePagesTest {

  private static final String PATH = "/";

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "home.golden.html", site.html(PATH));
    Golden.check(getClass(), "home.golden.json", Golden.pretty(site.twin("/index.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "home-hostile.golden.html", site.html(PATH));
  }

  @Test
  void concentrationAndMissingSource_areFindings() {
    Document page =
        RenderedSite.of(SampleNetworks.small().source(Sources.UPTIME, State.MISSING)).page(PATH);
    assertThat(page.select(".findings strong").eachText())
        .containsExactly(
            "No usable data of onionoo-uptime",
            "AS24940 Hetzner Online GmbH holds 70.4 % of all consensus weight",
            "AS16276 OVH SAS holds 29.6 % of all consensus weight");
  }

  @Test
  void networkThatIsWell_isCalm() {
    var network = Networks.aNetwork();
    for (int i = 1; i <= 12; i++) {
      network.with(Networks.aRelay().network("AS" + i, null));
    }
    Document page = RenderedSite.of(network).page(PATH);
    assertThat(page.select(".findings")).isEmpty();
    assertThat(page.select(".calm").text()).startsWith("All sources in use are fresh");
  }

  @Test
  void firstDayOfHistory_isADot() {
    var one = List.of(new NetworkTrend.Point(Networks.AS_OF, 5, 4, 1, 1, 9_000_000));
    Document page =
        RenderedSite.of(SampleNetworks.small().trend(new NetworkTrend(one, one))).page(PATH);
    assertThat(page.select("path.dot")).hasSize(2);
    assertThat(page.select("path.s1")).isEmpty();
    assertThat(page.select(".lead").text()).doesNotContain("Compared");
  }

  @Test
  void youngHistory_showsEverySnapshot() {
    var first = new NetworkTrend.Point(Networks.AS_OF.minusSeconds(3_600), 5, 4, 1, 1, 8_000_000);
    var second = new NetworkTrend.Point(Networks.AS_OF, 6, 5, 1, 1, 9_000_000);
    var trend = new NetworkTrend(List.of(first, second), List.of(second));
    Document page = RenderedSite.of(SampleNetworks.small().trend(trend)).page(PATH);
    assertThat(page.select("path.s1")).hasSize(2);
    assertThat(page.select("figure tbody tr").eachText())
        .contains("2026-01-15 11:00 UTC 4", "2026-01-15 12:00 UTC 5");
  }

  @Test
  void withoutHistory_itSaysSo() {
    var none = new NetworkTrend(List.of(), List.of());
    Document page = RenderedSite.of(SampleNetworks.small().trend(none)).page(PATH);
    assertThat(page.text()).contains("History begins with the next snapshot");
  }

  @Test
  void weekAgo_isCompared() {
    Document page = RenderedSite.of(SampleNetworks.small()).page(PATH);
    assertThat(page.select(".lead").text()).contains("Compared with 2026-01-08: \u22123 relays.");
  }
}
