package cepa.renderer.pages.notfound;

import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.template.Messages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Says that there is no such page and where to go on.
@Component
final class NotFoundPages implements PageFamily {

  private static final String TEMPLATE = "cepa/renderer/pages/notfound/notfound";

  /// @param relay whether the address was that of a relay
  /// @param days a relay is kept that many days after it was last seen; 0 or less: for ever
  /// @param ways where to go on
  record NotFoundView(PageHead head, boolean relay, int days, List<Link> ways)
      implements PageView {}

  @Override
  public String id() {
    return "notfound";
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("notfound", NotFoundView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    return Stream.of(page("/404.html", false, context), page("/404-relay.html", true, context));
  }

  private static SitePath page(String path, boolean relay, PageContext context) {
    return new SitePath.Page(path, TEMPLATE, false, () -> view(relay, context));
  }

  private static PageView view(boolean relay, PageContext context) {
    Messages texts = Messages.of(context);
    var head =
        new PageHead(
            texts.text(relay ? "notfound.relay.title" : "notfound.title"),
            texts.text("notfound.description"),
            "",
            List.of(),
            false,
            List.of());
    return new NotFoundView(
        head, relay, context.model().site().filterDowntimeDays(), ways(context));
  }

  private static List<Link> ways(PageContext context) {
    Messages texts = Messages.of(context);
    return Stream.of(
            context.links().to("home", "", texts.text("notfound.way.home")),
            context.links().to("listing-relays", "", texts.text("relays.title")),
            context.links().to("listing-contacts", "", texts.text("contacts.title")),
            context.links().to("listing-networks", "", texts.text("networks.title")),
            context.links().to("listing-countries", "", texts.text("countries.title")))
        .filter(way -> Objects.nonNull(way.path()))
        .toList();
  }
}
