package cepa.renderer.pages.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.renderer.pages.SampleOperators;
import cepa.testing.model.Networks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ContactsPagesTest {

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "contacts.golden.html", site.html("/misc/contacts-by-bandwidth.html"));
    Golden.check(
        getClass(),
        "contacts.golden.json",
        Golden.pretty(site.twin("/misc/contacts-by-bandwidth.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(
        getClass(), "contacts-hostile.golden.html", site.html("/misc/contacts-by-bandwidth.html"));
  }

  @Test
  void meanBandwidth_isAnOrder() {
    RenderedSite site =
        RenderedSite.of(
            Networks.aNetwork()
                .with(
                    Networks.aRelay().contact("many").bandwidth(6_000_000),
                    Networks.aRelay().contact("many").bandwidth(6_000_000),
                    Networks.aRelay().contact("one fast").bandwidth(9_000_000)));
    assertThat(site.page("/misc/contacts-by-bandwidth.html").select("tbody th").eachText())
        .containsExactly("many", "one fast");
    assertThat(site.page("/misc/contacts-by-bandwidth-mean.html").select("tbody th").eachText())
        .containsExactly("one fast", "many");
  }

  @Test
  void totalData_isAnOrder_unknownLast() {
    RenderedSite site = RenderedSite.of(SampleOperators.known());
    String path = "/misc/contacts-by-total-data.html";
    assertThat(site.page(path).select("tbody th").eachText())
        .containsExactly("example.org", "somebody else");
    assertThat(site.page(path).select("tbody td:nth-last-child(2)").eachText())
        .containsExactly("1,200", "unknown");
    assertThat(site.page(path).select("th[aria-sort]").eachText()).containsExactly("Data, TB");
  }
}
