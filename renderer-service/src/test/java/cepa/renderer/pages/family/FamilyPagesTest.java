package cepa.renderer.pages.family;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.Networks;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FamilyPagesTest {

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(
        getClass(),
        "family.golden.html",
        site.html("/family/0008D9640FE4947F73E355F67E20C2D290BBC72C/"));
    Golden.check(
        getClass(),
        "family.golden.json",
        Golden.pretty(site.twin("/family/0008D9640FE4947F73E355F67E20C2D290BBC72C/index.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(
        getClass(),
        "family-hostile.golden.html",
        site.html("/family/0008D9640FE4947F73E355F67E20C2D290BBC72C/"));
  }

  private static final Fingerprint A = Fingerprint.of("A".repeat(40));
  private static final Fingerprint B = Fingerprint.of("B".repeat(40));
  private static final Fingerprint C = Fingerprint.of("C".repeat(40));
  private static final Fingerprint GONE = Fingerprint.of("0".repeat(40));

  @Test
  void everyMember_leadsToTheOnePageOfItsFamily() {
    RenderedSite site =
        RenderedSite.of(
            Networks.aNetwork()
                .with(
                    Networks.aRelay().fingerprint(A).family(A, B, GONE),
                    Networks.aRelay().fingerprint(B).family(A, B, GONE)));

    assertThat(pages(site)).containsExactly("/family/" + A + "/");
    assertThat(site.redirects())
        .containsEntry("/family/" + B + "/", "/family/" + A + "/")
        .containsEntry("/family/" + GONE + "/", "/family/" + A + "/");
    assertThat(site.page("/family/" + A + "/").select("#absent ~ ul.members code").eachText())
        .containsExactly(GONE.hex());
    assertThat(site.page("/relay/" + B + "/").select("#operator ~ dl a").eachAttr("href"))
        .contains("/family/" + A + "/");
  }

  @Test
  void familiesThatAreNotSymmetric_keepAPageEach() {
    RenderedSite site =
        RenderedSite.of(
            Networks.aNetwork()
                .with(
                    Networks.aRelay().fingerprint(A).family(A, B, C),
                    Networks.aRelay().fingerprint(B).family(A, B),
                    Networks.aRelay().fingerprint(C).family(A, B, C)));

    assertThat(pages(site)).containsExactly("/family/" + A + "/", "/family/" + B + "/");
    assertThat(site.redirects()).containsEntry("/family/" + C + "/", "/family/" + A + "/");
  }

  @Test
  void relayAlone_isNoFamily() {
    RenderedSite site =
        RenderedSite.of(Networks.aNetwork().with(Networks.aRelay().fingerprint(A).family(A)));
    assertThat(pages(site)).isEmpty();
  }

  private static List<String> pages(RenderedSite site) {
    return site.pages().keySet().stream().filter(path -> path.startsWith("/family/")).toList();
  }
}
