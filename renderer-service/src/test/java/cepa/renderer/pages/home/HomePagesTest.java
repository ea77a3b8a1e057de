package cepa.renderer.pages.home;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.NetworkTrend;
import cepa.model.SourceProvenance.State;
import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleHealth;
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
    RenderedSite site = RenderedSite.of(SampleHealth.judged(SampleNetworks.small(), "Linux"));
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
  void verdictComesFirst_thenItsReasons_thenSources() {
    Document page =
        RenderedSite.of(
                SampleHealth.judged(SampleNetworks.small(), "Linux")
                    .source(Sources.UPTIME, State.MISSING))
            .page(PATH);
    assertThat(page.select(".lead").text()).startsWith("Something is wrong with the network.");
    assertThat(page.select(".findings strong").eachText())
        .containsExactly(
            "Consensus weight of exits: 5.0 %",
            "Consensus weight of the largest network: 70.4 %, AS24940 Hetzner Online GmbH",
            "Relays not running: 12.0 %",
            "The source onionoo-uptime gives no usable data");
    assertThat(page.select(".aspects li").eachText()).contains("Capacity bad");
  }

  @Test
  void networkOfWhichNothingIsJudged_saysSo() {
    Document page = RenderedSite.of(Networks.aNetwork().with(Networks.aRelay())).page(PATH);
    assertThat(page.select(".findings")).isEmpty();
    assertThat(page.select(".lead").text())
        .startsWith("There are no figures to judge the network by.");
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
