package cepa.renderer.pages.firstseen;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.Networks;
import java.time.Instant;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FirstSeenPagesTest {

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "day.golden.html", site.html("/first_seen/2024-03-01/"));
    Golden.check(
        getClass(),
        "day.golden.json",
        Golden.pretty(site.twin("/first_seen/2024-03-01/index.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "day-hostile.golden.html", site.html("/first_seen/2024-03-01/"));
  }

  @Test
  @Tag("golden")
  void yearsAndYear_lookLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "years.golden.html", site.html("/first_seen/"));
    Golden.check(getClass(), "year.golden.html", site.html("/first_seen/2024/"));
  }

  @Test
  void years_leadToTheirNeighbours() {
    RenderedSite site =
        RenderedSite.of(
            Networks.aNetwork()
                .with(
                    Networks.aRelay().firstSeen(Instant.parse("2019-12-31T23:59:59Z")),
                    Networks.aRelay().firstSeen(Instant.parse("2021-01-01T00:00:00Z")),
                    Networks.aRelay().firstSeen(Instant.parse("2021-01-01T05:00:00Z"))));

    assertThat(site.page("/first_seen/").select("tbody th a").eachText())
        .containsExactly("2021", "2019");
    Document year = site.page("/first_seen/2021/");
    assertThat(year.select(".shares li").eachText()).containsExactly("2021-01-01 2");
    assertThat(year.select("nav.pages a").eachAttr("href")).containsExactly("/first_seen/2019/");
  }

  @Test
  void relayOfUnknownAge_isCountedAndHasNoDay() {
    RenderedSite site = RenderedSite.of(Networks.aNetwork().with(Networks.aBareRelay()));
    assertThat(site.page("/first_seen/").select(".lead").text()).contains("Of 1 it is not known");
  }

  @Test
  void dayOfOneRelay_isLight() {
    RenderedSite site = RenderedSite.of(Networks.aNetwork().with(Networks.aRelay()));
    assertThat(site.pages().get("/first_seen/2024-03-01/")).hasSizeLessThan(12_000);
  }
}
