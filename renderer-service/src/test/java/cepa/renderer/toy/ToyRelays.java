package cepa.renderer.toy;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.renderer.Link;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A page a relay, and a redirect from the fingerprint in lower case.
public final class ToyRelays implements PageFamily {

  @Override
  public String id() {
    return "toy-relay";
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    return context.model().relays().stream()
        .flatMap(relay -> Stream.of(page(relay), redirect(relay.fingerprint())));
  }

  private static SitePath page(Relay relay) {
    return new SitePath.Page(
        path(relay.fingerprint()), "cepa/renderer/toy/relay", true, () -> view(relay));
  }

  private static SitePath redirect(Fingerprint fingerprint) {
    String lower = fingerprint.hex().toLowerCase(Locale.ROOT);
    return new SitePath.Redirect("/r/" + lower + "/", path(fingerprint));
  }

  private static String path(Fingerprint fingerprint) {
    return "/relay/" + fingerprint.hex() + "/";
  }

  private static PageView view(Relay relay) {
    var head =
        new PageHead(
            relay.nickname(),
            "A relay",
            "relays",
            List.of(new Link("Relays", "/relays/")),
            relay.running(),
            List.of("onionoo-uptime"));
    return new View(
        head,
        relay.nickname(),
        relay.contact().isNamed() ? relay.contact().text() : null,
        relay.bandwidth().observedOrZero() / 1_000_000,
        relay.bandwidth().observedOrZero() % 7);
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity(
        "relay",
        key -> {
          Fingerprint fingerprint = Fingerprint.parse(key);
          return fingerprint != null && data.hasRelay(fingerprint) ? path(fingerprint) : null;
        });
  }

  /// @param megabytesPerSecond observed bandwidth
  /// @param onlyInTwin a figure the page does not show
  record View(
      PageHead head,
      String nickname,
      @Nullable String contact,
      long megabytesPerSecond,
      long onlyInTwin)
      implements PageView {}
}
