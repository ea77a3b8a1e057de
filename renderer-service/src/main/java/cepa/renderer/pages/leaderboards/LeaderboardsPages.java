package cepa.renderer.pages.leaderboards;

import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.leaderboard.Category;
import cepa.model.leaderboard.Leaderboards;
import cepa.renderer.Link;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.pages.leaderboards.BoardView.Other;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import cepa.renderer.view.Sources;
import cepa.renderer.view.template.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Shows who gives most of what.
@Component
final class LeaderboardsPages implements PageFamily {

  private static final String ROOT = "/rankings/";
  private static final String OVERVIEW = "/misc/aroi-leaderboards.html";
  private static final String TEMPLATES = "cepa/renderer/pages/leaderboards/";
  private static final int PODIUM = 3;
  private static final List<String> SOURCES =
      List.of(Sources.DETAILS, Sources.UPTIME, Sources.BANDWIDTH, Sources.VALIDATION);

  /// The order of the page: size first, then reliability, diversity, addresses.
  static final List<Category> ORDER =
      List.of(
          Category.BANDWIDTH,
          Category.CONSENSUS_WEIGHT,
          Category.EXIT_AUTHORITY,
          Category.GUARD_AUTHORITY,
          Category.EXIT_OPERATORS,
          Category.GUARD_OPERATORS,
          Category.MOST_DIVERSE,
          Category.PLATFORM_DIVERSITY,
          Category.NON_EU_LEADERS,
          Category.FRONTIER_BUILDERS,
          Category.NETWORK_VETERANS,
          Category.RELIABILITY_MASTERS,
          Category.LEGACY_TITANS,
          Category.BANDWIDTH_MASTERS,
          Category.BANDWIDTH_LEGENDS,
          Category.TOTAL_DATA_CHAMPIONS,
          Category.IPV4_LEADERS,
          Category.IPV6_LEADERS,
          Category.VALIDATED_RELAYS);

  @Override
  public String id() {
    return "leaderboards";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(
        new NavEntry(22, "leaderboards.menu", OVERVIEW, "leaderboards", "navigation.operators"));
  }

  /// Rankings by the name of their category.
  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("leaderboards", key -> OVERVIEW);
    links.entity(
        "ranking", key -> ORDER.stream().anyMatch(c -> c.name().equals(key)) ? path(key) : null);
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("leaderboards", OverviewView.class, "board", BoardView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    return Stream.concat(
        Stream.of(
            new SitePath.Page(OVERVIEW, TEMPLATES + "leaderboards", false, () -> overview(context)),
            new SitePath.Redirect(ROOT, OVERVIEW)),
        ORDER.stream()
            .map(category ->
                new SitePath.Page(
                    path(category.name()),
                    TEMPLATES + "board",
                    false,
                    () -> board(category, context))));
  }

  private static String key(String category) {
    return category.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String path(String category) {
    return ROOT + key(category) + "/";
  }

  private static OverviewView overview(PageContext context) {
    Leaderboards leaderboards = context.part(Leaderboards.class);
    var rows = new Rows(context, leaderboards);
    List<OverviewView.Board> boards = new ArrayList<>();
    for (Category category : ORDER) {
      boolean known = leaderboards.boards().containsKey(category);
      boards.add(
          new OverviewView.Board(
              key(category.name()),
              category.name().toLowerCase(Locale.ROOT),
              path(category.name()),
              known,
              known ? Integer.valueOf(leaderboards.board(category).size()) : null,
              rows.of(category, PODIUM)));
    }
    BandwidthUnit mode = context.model().site().bandwidthUnit();
    long bandwidth = leaderboards.summary().bandwidth();
    return new OverviewView(
        new PageHead(
            Messages.of(context).text("leaderboards.title"),
            Messages.of(context).text("leaderboards.description"),
            "leaderboards",
            List.of(),
            true,
            SOURCES),
        leaderboards.summary().operators(),
        Rate.in(bandwidth, RateUnit.of(bandwidth, mode), 1),
        Share.known(leaderboards.summary().weightFraction(), 1),
        boards);
  }

  private BoardView board(Category category, PageContext context) {
    Leaderboards leaderboards = context.part(Leaderboards.class);
    String key = key(category.name());
    Messages messages = Messages.of(context);
    return new BoardView(
        new PageHead(
            messages.text(
                "leaderboards.board.title", messages.text("glossary.entry.rank-" + key + ".name")),
            messages.text("glossary.entry.rank-" + key + ".text"),
            "leaderboards",
            List.of(new Link(messages.text("leaderboards.title"), OVERVIEW)),
            true,
            SOURCES),
        key,
        leaderboards.boards().containsKey(category),
        RateUnit.ofTables(context.model().site().bandwidthUnit()),
        ORDER.stream()
            .filter(other -> other != category)
            .map(other -> new Other(key(other.name()), path(other.name())))
            .toList(),
        new Rows(context, leaderboards).of(category, Leaderboards.PLACES));
  }
}
