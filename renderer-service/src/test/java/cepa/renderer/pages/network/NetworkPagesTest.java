package cepa.renderer.pages.network;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.model.GroupChange;
import cepa.model.NetworkModel;
import cepa.model.RelayGroup;
import cepa.model.rarity.NetworkRarity;
import cepa.model.rarity.Rarity;
import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.Networks;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NetworkPagesTest {

  private static final String PATH = "/as/AS24940/";

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Golden.check(getClass(), "network.golden.html", site.html(PATH));
    Golden.check(
        getClass(), "network.golden.json", Golden.pretty(site.twin("/as/AS24940/index.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "network-hostile.golden.html", site.html(PATH));
  }

  @Test
  void keysThatAreNoNetwork_haveNoPage() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    assertThat(site.pages().keySet())
        .filteredOn(path -> path.startsWith("/as/"))
        .containsExactlyInAnyOrder("/as/AS24940/", "/as/AS16276/", "/as/AS7922/");
    assertThat(site.redirects()).containsEntry("/as/24940/", PATH);
  }

  @Test
  void networkThatHoldsTooMuch_saysSo() {
    Document page = RenderedSite.of(SampleNetworks.small()).page(PATH);
    assertThat(page.select(".findings").text()).contains("More than a tenth");
  }

  @Test
  void rarity_isToldInWords() {
    var network = SampleNetworks.small();
    int networks = network.build().groups("network").size();
    var rare =
        new Rarity(
            List.of(),
            Collections.nCopies(networks, new NetworkRarity(3, Rarity.Tier.EPIC, 1)),
            new Rarity.Thresholds(0.1, 0.05, 0.02));
    assertThat(RenderedSite.of(network.part(rare)).page(PATH).select(".figures + .note").text())
        .startsWith("Very rare among relays: 3 of 5 points");
    assertThat(RenderedSite.of(SampleNetworks.small()).page(PATH).text()).doesNotContain("rare");
  }

  @Test
  void relaysGainedAndLost_areListed() {
    NetworkModel model = SampleNetworks.small().build();
    var change =
        new GroupChange(
            Networks.AS_OF, List.of(SampleNetworks.HEALTHY), List.of(SampleNetworks.SIBLING));
    List<RelayGroup> networks =
        model.groups("network").stream()
            .map(group ->
                new RelayGroup(
                    group.key(),
                    group.name(),
                    group.members(),
                    group.totals(),
                    group.country(),
                    List.of(change)))
            .toList();
    var changed =
        new NetworkModel(
            model.asOf(),
            model.site(),
            model.sources(),
            model.totals(),
            model.relays(),
            changed(model, networks),
            model.memberSets(),
            model.trend());
    Document page =
        RenderedSite.of(
                new LoadedModel(
                    "m", changed, relay -> List.of(), SampleNetworks.small().load("m").parts()))
            .page(PATH);
    assertThat(page.select("#changes + .scroll tbody tr").eachText())
        .containsExactly("2026-01-15 12:00 UTC valeSwift01 0008D964 valeSwift02 AAAAAAAA");
  }

  private static Map<String, List<RelayGroup>> changed(
      NetworkModel model, List<RelayGroup> networks) {
    Map<String, List<RelayGroup>> groups = new TreeMap<>(model.groups());
    groups.put("network", networks);
    return groups;
  }
}
