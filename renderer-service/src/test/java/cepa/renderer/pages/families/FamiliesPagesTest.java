package cepa.renderer.pages.families;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FamiliesPagesTest {

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "families.golden.html", site.html("/misc/families-by-bandwidth.html"));
    Golden.check(
        getClass(),
        "families.golden.json",
        Golden.pretty(site.twin("/misc/families-by-bandwidth.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(
        getClass(), "families-hostile.golden.html", site.html("/misc/families-by-bandwidth.html"));
  }

  @Test
  void everyMemberSet_isOneRow() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    assertThat(site.page("/misc/families-by-bandwidth.html").select("tbody th").eachText())
        .containsExactly("valeSwift01 0008", "valeSwift02 AAAA");
  }
}
