package cepa.renderer.pages.relay;

import cepa.model.Fingerprint;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Shows each relay.
@Component
final class RelayPages implements PageFamily {

  private static final String TEMPLATE = "cepa/renderer/pages/relay/relay";

  @Override
  public String id() {
    return "relay";
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

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("relay", RelayView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    return IntStream.range(0, context.model().relays().size()).mapToObj(i -> page(i, context));
  }

  private static SitePath page(int relay, PageContext context) {
    return new SitePath.Page(
        path(context.model().relays().get(relay).fingerprint()),
        TEMPLATE,
        true,
        () -> new RelayFacts(relay, context).view());
  }

  private static String path(Fingerprint fingerprint) {
    return "/relay/" + fingerprint.hex() + "/";
  }
}
