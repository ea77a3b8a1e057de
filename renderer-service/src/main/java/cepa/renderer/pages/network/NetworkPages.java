package cepa.renderer.pages.network;

import cepa.model.RelayGroup;
import cepa.model.rarity.NetworkRarity;
import cepa.model.rarity.Rarity;
import cepa.renderer.Link;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.Concentration;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Keys;
import cepa.renderer.view.Paging;
import cepa.renderer.view.Sources;
import cepa.renderer.view.group.Carried;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.GroupPages;
import cepa.renderer.view.group.GroupPart;
import cepa.renderer.view.group.Membership;
import cepa.renderer.view.group.Spread;
import cepa.renderer.view.relay.RelayRows;
import cepa.renderer.view.template.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows each network that has relays.
@Component
final class NetworkPages implements PageFamily {

  private static final GroupPages PAGES =
      new GroupPages("/as/", "cepa/renderer/pages/network/network", Keys::isNetwork);
  private static final int PREFIX = "AS".length();

  @Override
  public String id() {
    return "network";
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    PAGES.link("network", data.model().groups("network"), links);
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("network", NetworkView.class);
  }

  /// The pages, and the bare number of each network as people type it.
  @Override
  public Stream<SitePath> paths(PageContext context) {
    List<RelayGroup> networks = context.model().groups("network");
    return Stream.concat(
        PAGES.paths(networks, context, NetworkPages::view),
        networks.stream()
            .map(RelayGroup::key)
            .filter(Keys::isNetwork)
            .map(key ->
                new SitePath.Redirect(PAGES.path(key.substring(PREFIX), 1), PAGES.path(key, 1))));
  }

  private static PageView view(RelayGroup network, Paging paging, PageContext context) {
    String name = DisplayText.line(network.name(), DisplayText.NETWORK_NAME);
    boolean first = paging.number() == 1;
    return new NetworkView(
        head(network.key(), name, paging, context),
        network.key(),
        name,
        country(network.country(), context),
        Concentration.isHigh(network.totals().weightFraction()),
        first ? rarity(network, context) : null,
        GroupFigures.ofFirst(paging, network.totals(), context.model().site().bandwidthUnit()),
        Carried.ofFirst(paging, "network", network, context),
        first ? Spread.of(network.members(), context) : null,
        RelayRows.of(context).table(network.members(), paging),
        first ? Membership.of(network.changes(), context) : List.of());
  }

  private static NetworkView.@Nullable Rarity rarity(RelayGroup network, PageContext context) {
    NetworkRarity rarity =
        GroupPart.of(context.part(Rarity.class).networks(), "network", network, context);
    return rarity == null ? null : new NetworkView.Rarity(rarity.tier(), rarity.score());
  }

  private static @Nullable Link country(@Nullable String key, PageContext context) {
    if (key == null) {
      return null;
    }
    String name =
        context.model().groups("country").stream()
            .filter(country -> country.key().equals(key))
            .findFirst()
            .map(RelayGroup::name)
            .orElse(null);
    String shown = DisplayText.line(name, DisplayText.PLACE_NAME);
    String code = DisplayText.lineOr(key, DisplayText.NICKNAME, "?");
    return context.links().to("country", key, shown == null ? code : shown);
  }

  private static PageHead head(
      String key, @Nullable String name, Paging paging, PageContext context) {
    Messages texts = Messages.of(context);
    String called =
        name == null
            ? texts.text("network.title.unnamed", key)
            : texts.text("network.title", key, name);
    boolean first = paging.number() == 1;
    return new PageHead(
        texts.paged(called, paging.number()),
        texts.text("network.description", called),
        "networks",
        List.of(
            new Link(texts.text("networks.title"), context.links().path("listing-networks", key))),
        first,
        List.of(Sources.DETAILS, Sources.UPTIME, Sources.BANDWIDTH));
  }
}
