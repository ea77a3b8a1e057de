package cepa.renderer.pages.sources;

import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.model.SourceProvenance;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.Moment;
import cepa.renderer.view.template.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says where figures come from and how good they are.
@Component
final class SourcesPages implements PageFamily {

  private static final String PATH = "/sources/";
  private static final String TEMPLATE = "cepa/renderer/pages/sources/sources";

  /// Sources that the messages describe; another one is shown by its id.
  private static final Set<String> DESCRIBED =
      Set.of(
          "aroi-validation",
          "authority-health",
          "collector-bandwidths",
          "collector-consensus",
          "collector-descriptors",
          "collector-votes",
          "onionoo-bandwidth",
          "onionoo-details",
          "onionoo-uptime");

  @Override
  public String id() {
    return "sources";
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("sources", key -> PATH);
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(95, "sources.menu", PATH, "sources", "navigation.about"));
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("sources", SourcesView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    return Stream.of(new SitePath.Page(PATH, TEMPLATE, false, () -> view(context)));
  }

  private static SourcesView view(PageContext context) {
    NetworkModel model = context.model();
    return new SourcesView(
        new PageHead(
            Messages.of(context).text("sources.title"),
            Messages.of(context).text("sources.description"),
            "sources",
            List.of(),
            true,
            List.of()),
        new Moment(model.asOf()),
        model.sources().stream().map(source -> source(source, model.asOf())).toList(),
        (int) model.sources().stream().filter(SourceProvenance::isPresent).count(),
        model.relays().size(),
        model.totals().rejectedRecords(),
        count(model, relay -> relay.times().firstSeen() == null),
        count(model, relay -> relay.place() == null),
        count(model, relay -> relay.network() == null),
        count(model, relay -> relay.running() && relay.weight().fraction() == null));
  }

  private static int count(NetworkModel model, Predicate<Relay> condition) {
    return (int) model.relays().stream().filter(condition).count();
  }

  private static SourcesView.Source source(SourceProvenance source, Instant asOf) {
    return new SourcesView.Source(
        source.id(),
        DESCRIBED.contains(source.id()),
        source.state(),
        source.snapshot(),
        Moment.of(source.published()),
        age(source.published(), asOf),
        source.snapshot() == null ? null : Long.valueOf(source.records()));
  }

  /// A snapshot may be newer than the moment spoken of by the time between two sources.
  private static @Nullable Long age(@Nullable Instant published, Instant asOf) {
    return published == null
        ? null
        : Long.valueOf(Math.max(0, Duration.between(published, asOf).toMinutes()));
  }
}
