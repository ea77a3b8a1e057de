package cepa.renderer.pages.notfound;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NotFoundPagesTest {

  private static final String PATH = "/404-relay.html";

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "notfound.golden.html", site.html(PATH));
    Golden.check(getClass(), "notfound.golden.json", Golden.pretty(site.twin("/404-relay.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "notfound-hostile.golden.html", site.html(PATH));
  }

  @Test
  void searchEngines_areAskedToLeaveItOut() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    for (String path : new String[] {"/404.html", PATH}) {
      Document page = site.page(path);
      assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
      assertThat(page.select("main li a")).hasSize(5);
    }
  }
}
