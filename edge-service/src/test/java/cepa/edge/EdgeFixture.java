package cepa.edge;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/// The real server on a free port over a store in memory.
final class EdgeFixture implements AutoCloseable {

  final MemoryStore store;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final SourceStatuses statuses = new SourceStatuses(null);
  final LiveSite live;
  final EdgeHealth health;
  private final EdgeServer server;

  EdgeFixture(MemoryStore store) {
    this(store, properties(Duration.ZERO, null));
  }

  EdgeFixture(MemoryStore store, EdgeProperties properties) {
    this.store = store;
    var configuration = new EdgeConfiguration();
    var loader = configuration.edgeSiteLoader(store);
    var packs = configuration.edgePackCache(store, properties);
    live = configuration.edgeLiveSite(store, loader);
    health = configuration.edgeHealthIndicator(live);
    var pages = new SmallPages(live::prefix);
    var sender = new PageSender(packs, pages, properties, live::prefix);
    server =
        new EdgeServer(
            properties,
            new EdgeParts(
                live,
                new Previews(loader, properties),
                sender,
                new Assets(store, pages),
                new SearchSender(new SiteSearch(sender), pages),
                pages,
                statuses,
                new EdgeMetrics(meters, live, packs),
                InstantSource.fixed(TestBuild.ACTIVATED)));
    live.check();
    server.start();
  }

  static EdgeProperties properties(Duration hsts, @Nullable URI onion) {
    return new EdgeProperties(
        0,
        null,
        Duration.ofMillis(100),
        DataSize.ofMegabytes(1),
        2,
        ".preview.localhost",
        hsts,
        onion,
        "public, max-age=1800");
  }

  Http.Reply get(String target, String... headers) {
    return Http.get(server.port(), target, headers);
  }

  Http.Reply send(String method, String target, String... headers) {
    return Http.send(server.port(), method, target, headers);
  }

  int port() {
    return server.port();
  }

  void awaitLive(int number) {
    Awaitility.await()
        .atMost(10, TimeUnit.SECONDS)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> get("/").header("x-cepa-build").equals(TestBuild.id(number)));
  }

  @Override
  public void close() {
    server.stop();
  }
}
