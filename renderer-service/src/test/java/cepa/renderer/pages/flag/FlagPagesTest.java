package cepa.renderer.pages.flag;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.Networks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FlagPagesTest {

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "flag.golden.html", site.html("/flag/guard/"));
    Golden.check(
        getClass(), "flag.golden.json", Golden.pretty(site.twin("/flag/guard/index.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "flag-hostile.golden.html", site.html("/flag/__3Cimg_3E/"));
  }

  @Test
  @Tag("golden")
  void listOfFlags_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "flags.golden.html", site.html("/flag/"));
  }

  @Test
  void flagsThatDifferInCaseOnly_haveAPageEach() {
    RenderedSite site =
        RenderedSite.of(
            Networks.aNetwork()
                .with(
                    Networks.aRelay().flag("Guard").flag("GUARD").flag("guard"),
                    Networks.aRelay().flag("Newflag").flag("newflag")));
    assertThat(site.pages())
        .containsKeys(
            "/flag/guard/", "/flag/_GUARD/", "/flag/_guard/", "/flag/newflag/", "/flag/_newflag/");
    assertThat(site.page("/flag/_GUARD/").select("h1").text()).isEqualTo("Flag GUARD");
  }

  @Test
  void manyRelays_arePaged() {
    var network = Networks.aNetwork();
    for (int i = 0; i < 501; i++) {
      network.with(Networks.aRelay());
    }
    RenderedSite site = RenderedSite.of(network);
    assertThat(site.page("/flag/running/").select("table.relays tbody tr")).hasSize(500);
    assertThat(site.page("/flag/running/2/").select("table.relays tbody tr")).hasSize(1);
    assertThat(site.page("/flag/running/2/").select("meta[name=robots]")).isNotEmpty();
  }

  @Test
  void flagWithoutATextOfItsOwn_saysSo() {
    RenderedSite site = RenderedSite.of(Networks.aNetwork().with(Networks.aRelay().flag("Shiny")));
    assertThat(site.page("/flag/shiny/").select(".lead").text()).contains("no words for yet");
    assertThat(site.page("/flag/running/").select(".lead").text()).contains("45 minutes");
  }
}
