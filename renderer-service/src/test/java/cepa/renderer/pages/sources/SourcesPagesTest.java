package cepa.renderer.pages.sources;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.SourceProvenance.State;
import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.renderer.view.Sources;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SourcesPagesTest {

  private static final String PATH = "/sources/";

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "sources.golden.html", site.html(PATH));
    Golden.check(getClass(), "sources.golden.json", Golden.pretty(site.twin(PATH + "index.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "sources-hostile.golden.html", site.html(PATH));
  }

  @Test
  void missingSource_hasNoTimeNoAgeAndNoRecords() {
    Document page =
        RenderedSite.of(SampleNetworks.small().source(Sources.UPTIME, State.MISSING)).page(PATH);
    assertThat(page.select("#onionoo-uptime td").eachText())
        .containsExactly("missing, figures unknown", "unknown", "unknown", "unknown", "none");
    assertThat(page.select(".lead").text()).startsWith("3 of 4 sources have figures");
  }

  @Test
  void whatRelaysDoNotSay_isCounted() {
    Document page = RenderedSite.of(SampleNetworks.small()).page(PATH);
    assertThat(page.select("h2#quality + dl").text()).contains("Relays of unknown country 1");
  }
}
