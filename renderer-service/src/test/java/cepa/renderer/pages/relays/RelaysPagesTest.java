package cepa.renderer.pages.relays;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.Networks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RelaysPagesTest {

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "relays.golden.html", site.html("/misc/all.html"));
    Golden.check(getClass(), "relays.golden.json", Golden.pretty(site.twin("/misc/all.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "relays-hostile.golden.html", site.html("/misc/all.html"));
  }

  @Test
  void manyRelays_arePaged() {
    var network = Networks.aNetwork();
    for (int i = 0; i < 1_001; i++) {
      network.with(Networks.aRelay());
    }
    RenderedSite site = RenderedSite.of(network);
    assertThat(site.page("/misc/all.html").select("nav.pages a[rel=next]").attr("href"))
        .isEqualTo("/misc/all/2.html");
    assertThat(site.page("/misc/all/3.html").select("table.relays tbody tr")).hasSize(1);
    assertThat(site.redirects()).containsEntry("/misc/all/", "/misc/all.html");
  }
}
