package cepa.renderer.pages.country;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Relay;
import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.Networks;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CountryPagesTest {

  private static final String PATH = "/country/DE/";

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "country.golden.html", site.html(PATH));
    Golden.check(
        getClass(), "country.golden.json", Golden.pretty(site.twin("/country/DE/index.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "country-hostile.golden.html", site.html(PATH));
  }

  @Test
  void keysThatAreNoCountry_haveNoPage() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    assertThat(site.pages().keySet())
        .filteredOn(path -> path.startsWith("/country/"))
        .containsExactlyInAnyOrder("/country/DE/", "/country/FR/", "/country/US/");
    assertThat(site.redirects()).containsEntry("/country/de/", PATH);
  }

  @Test
  void countryWithoutAName_saysUnknown() {
    var place = new Relay.Place("XK", null, null, null, null, null);
    var network = Networks.aNetwork().with(Networks.aRelay().at(place));
    Document page = RenderedSite.of(network).page("/country/XK/");
    assertThat(page.select("h1").text()).isEqualTo("unknown XK");
  }

  @Test
  void manyRelays_arePaged() {
    var network = Networks.aNetwork();
    for (int i = 0; i < 501; i++) {
      network.with(Networks.aRelay().bandwidth(1_000_000L - i));
    }
    RenderedSite site = RenderedSite.of(network);
    assertThat(site.page(PATH).select("table.relays tbody tr")).hasSize(500);
    Document second = site.page("/country/DE/2/");
    assertThat(second.select("table.relays tbody tr")).hasSize(1);
    assertThat(second.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    assertThat(second.select("dl.figures")).isEmpty();
  }
}
