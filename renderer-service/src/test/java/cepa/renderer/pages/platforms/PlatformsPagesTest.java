package cepa.renderer.pages.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlatformsPagesTest {

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(
        getClass(), "platforms.golden.html", site.html("/misc/platforms-by-bandwidth.html"));
    Golden.check(
        getClass(),
        "platforms.golden.json",
        Golden.pretty(site.twin("/misc/platforms-by-bandwidth.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(
        getClass(),
        "platforms-hostile.golden.html",
        site.html("/misc/platforms-by-bandwidth.html"));
  }

  @Test
  void ordersWithoutMeaning_leadToTheFirst() {
    assertThat(RenderedSite.of(SampleNetworks.small()).redirects())
        .containsEntry(
            "/misc/platforms-by-bandwidth-mean.html", "/misc/platforms-by-bandwidth.html");
  }
}
