package cepa.renderer.pages.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.Networks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlatformPagesTest {

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "platform.golden.html", site.html("/platform/Linux/"));
    Golden.check(
        getClass(), "platform.golden.json", Golden.pretty(site.twin("/platform/Linux/index.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(
        getClass(), "platform-hostile.golden.html", site.html("/platform/_3Csvg_3E_3Cscript_3E/"));
  }

  @Test
  void everyKey_hasAPage() {
    RenderedSite site =
        RenderedSite.of(
            Networks.aNetwork()
                .with(
                    Networks.aRelay().platform("Linux"),
                    Networks.aRelay().platform("../../etc"),
                    Networks.aRelay().platform("a".repeat(300)),
                    Networks.aRelay().platform("..")));

    assertThat(site.pages().keySet())
        .filteredOn(path -> path.startsWith("/platform/"))
        .hasSize(4)
        .contains("/platform/Linux/", "/platform/_2E._2F.._2Fetc/", "/platform/_2E./");
  }

  @Test
  void lowerCase_leadsToThePage() {
    assertThat(RenderedSite.of(SampleNetworks.small()).redirects())
        .containsEntry("/platform/linux/", "/platform/Linux/");
  }

  @Test
  void platformThatIsLowerCaseItself_keepsItsPage() {
    RenderedSite site =
        RenderedSite.of(
            Networks.aNetwork()
                .with(Networks.aRelay().platform("linux"), Networks.aRelay().platform("Linux")));
    assertThat(site.pages()).containsKeys("/platform/linux/", "/platform/Linux/");
    assertThat(site.redirects()).doesNotContainKey("/platform/linux/");
  }
}
