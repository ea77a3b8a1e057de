package cepa.renderer.pages.top;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.Networks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TopPagesTest {

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "top.golden.html", site.html("/top500.html"));
    Golden.check(getClass(), "top.golden.json", Golden.pretty(site.twin("/top500.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "top-hostile.golden.html", site.html("/top500.html"));
  }

  @Test
  void onlyTheLargest_areListed() {
    var network = Networks.aNetwork();
    for (int i = 0; i < 501; i++) {
      network.with(Networks.aRelay().nickname("r" + i).bandwidth(1_000L + i));
    }
    var rows = RenderedSite.of(network).page("/top500.html").select("table.relays tbody th");
    assertThat(rows).hasSize(500);
    assertThat(rows.eachText()).startsWith("r500").doesNotContain("r0");
  }

  @Test
  void networkWithoutARelay_saysNothingOfShares() {
    RenderedSite site = RenderedSite.of(Networks.aNetwork());
    assertThat(site.page("/top500.html").select("dl.figures").text()).contains("unknown");
  }
}
