package cepa.renderer.pages.networks;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NetworksPagesTest {

  private static final String PATH = "/misc/networks-by-bandwidth.html";

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "networks.golden.html", site.html(PATH));
    Golden.check(
        getClass(),
        "networks.golden.json",
        Golden.pretty(site.twin("/misc/networks-by-bandwidth.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "networks-hostile.golden.html", site.html(PATH));
  }

  @Test
  void hostileNetwork_isListedWithoutALink() {
    Document page = RenderedSite.of(SampleNetworks.hostile()).page(PATH);
    assertThat(page.select("tbody th").eachText())
        .anyMatch(text -> text.startsWith("AS0\"><script>"));
    assertThat(page.select("tbody th a").eachText()).noneMatch(text -> text.startsWith("AS0"));
  }
}
