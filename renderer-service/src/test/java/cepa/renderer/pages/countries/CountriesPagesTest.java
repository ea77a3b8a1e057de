package cepa.renderer.pages.countries;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.renderer.view.group.GroupSort;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CountriesPagesTest {

  private static final String PATH = "/misc/countries-by-bandwidth.html";

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "countries.golden.html", site.html(PATH));
    Golden.check(
        getClass(),
        "countries.golden.json",
        Golden.pretty(site.twin("/misc/countries-by-bandwidth.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "countries-hostile.golden.html", site.html(PATH));
  }

  @Test
  void everyOrder_isAPageAndTheOthersLeadToTheFirst() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    for (GroupSort sort : GroupSort.without(GroupSort.BANDWIDTH_MEAN, GroupSort.TOTAL_DATA)) {
      assertThat(site.pages()).containsKey("/misc/countries-by-" + sort.suffix() + ".html");
    }
    assertThat(site.redirects())
        .containsEntry("/misc/countries-by-overall-bandwidth.html", PATH)
        .containsEntry("/misc/countries-by-total-data.html", PATH);
  }

  @Test
  void order_isDescendingAndEqualsAreByKey() {
    Document page =
        RenderedSite.of(SampleNetworks.small()).page("/misc/countries-by-exit-count.html");
    assertThat(page.select("tbody th a").eachText()).containsExactly("DE", "FR", "US");
  }
}
