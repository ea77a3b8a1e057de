package cepa.renderer.pages.leaderboards;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.NetworkModel;
import cepa.model.RelayGroup;
import cepa.model.leaderboard.Category;
import cepa.model.leaderboard.GeographicAchievement;
import cepa.model.leaderboard.Leaderboards;
import cepa.model.leaderboard.OperatorMetrics;
import cepa.model.leaderboard.OperatorMetrics.Addresses;
import cepa.model.leaderboard.OperatorMetrics.Count;
import cepa.model.leaderboard.OperatorMetrics.Diversity;
import cepa.model.leaderboard.OperatorMetrics.Part;
import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.NetworkBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LeaderboardsPagesTest {

  private static final String OVERVIEW = "/misc/aroi-leaderboards.html";

  /// Every operator has a place in every category but the first, whose source is missing.
  private static RenderedSite site(NetworkBuilder network) {
    NetworkModel model = network.build();
    List<OperatorMetrics> operators = new ArrayList<>();
    List<RelayGroup> groups = model.groups("operator");
    for (int i = 0; i < groups.size(); i++) {
      operators.add(metrics(groups.get(i).key(), i));
    }
    Map<Category, List<Leaderboards.Place>> boards = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      List<Leaderboards.Place> places = new ArrayList<>();
      for (int i = 0; i < operators.size(); i++) {
        places.add(new Leaderboards.Place(i + 1, i, 0.75 / (i + 1)));
      }
      boards.put(category, places);
    }
    boards.remove(Category.LEGACY_TITANS);
    boards.put(Category.IPV6_LEADERS, List.of());
    return RenderedSite.of(
        network.part(
            new Leaderboards(
                operators,
                boards,
                Map.of(),
                new Leaderboards.Summary(operators.size(), 40_000_000, 0.9))));
  }

  private static OperatorMetrics metrics(String key, int group) {
    var addresses = new Addresses(1, 1, 1, 0.1, 0, 1, 0);
    var part = new Part(1, 1_000_000);
    return new OperatorMetrics(
        key,
        group,
        List.of(new Count("DE", 3), new Count("<b>", 1)),
        List.of(new Count("Linux", 3), new Count("FreeBSD", 2)),
        part,
        part,
        part,
        List.of(new Count("KZ", 1)),
        new Diversity(12.5, 2, 2, 2, 4),
        null,
        addresses,
        addresses,
        null,
        null,
        null,
        null,
        null,
        null,
        GeographicAchievement.ASIA_PACIFIC_EMPEROR);
  }

  @Test
  @Tag("golden")
  void pages_lookLikeThis() {
    RenderedSite site = site(SampleNetworks.small());
    Golden.check(getClass(), "leaderboards.golden.html", site.html(OVERVIEW));
    Golden.check(
        getClass(),
        "leaderboards.golden.json",
        Golden.pretty(site.twin("/misc/aroi-leaderboards.json")));
    Golden.check(getClass(), "board.golden.html", site.html("/rankings/non-eu-leaders/"));
    Golden.check(
        getClass(),
        "board.golden.json",
        Golden.pretty(site.twin("/rankings/non-eu-leaders/index.json")));
  }

  @Test
  @Tag("golden")
  void pagesOfAHostileNetwork_lookLikeThis() {
    RenderedSite site = site(SampleNetworks.hostile());
    Golden.check(getClass(), "leaderboards-hostile.golden.html", site.html(OVERVIEW));
    Golden.check(getClass(), "board-hostile.golden.html", site.html("/rankings/bandwidth/"));
  }

  @Test
  void categoryOfAMissingSource_saysSo_andOneNobodyQualifiesForToo() {
    RenderedSite site = site(SampleNetworks.small());
    assertThat(site.page("/rankings/legacy-titans/").select(".unavailable").text())
        .isEqualTo("The source of this ranking is missing in this build");
    assertThat(site.page("/rankings/ipv6-leaders/").select(".unavailable").text())
        .isEqualTo("Nobody qualifies");
  }

  @Test
  void whatCounts_standsApartFromTheRest() {
    Document page = site(SampleNetworks.small()).page("/rankings/ipv4-leaders/");
    assertThat(page.select("thead th[colspan]").eachText())
        .containsExactly("Of these", "All its relays");
    assertThat(page.select("thead tr:last-child th").stream().map(Element::ownText).limit(7))
        .containsExactly("Relays", "Observed", "Weight", "Guard", "Middle", "Exit", "Relays");
    Document rare = site(SampleNetworks.small()).page("/rankings/frontier-builders/");
    assertThat(rare.select("thead tr:last-child th").stream().map(Element::ownText).limit(2))
        .as("ranked by countries, so relays are another figure")
        .containsExactly("Relays", "Observed");
    Document outside = site(SampleNetworks.small()).page("/rankings/non-eu-leaders/");
    assertThat(outside.select("thead tr:last-child th").stream().map(Element::ownText).limit(2))
        .as("ranked by relays, so they stand there already")
        .containsExactly("Observed", "Relays");
    Document other = site(SampleNetworks.small()).page("/rankings/bandwidth/");
    assertThat(other.select("thead th[colspan]").eachText()).containsExactly("All its relays");
  }

  @Test
  void anchorsOfTheWeb_areKept() {
    Document page = site(SampleNetworks.small()).page(OVERVIEW);
    for (Category category : Category.values()) {
      String anchor = category.name().toLowerCase(Locale.ROOT);
      assertThat(page.getElementById(anchor)).as(anchor).isNotNull();
      for (String block : List.of("-1-10", "-11-20", "-21-25")) {
        assertThat(page.getElementById(anchor + block)).as(anchor + block).isNotNull();
      }
    }
  }
}
