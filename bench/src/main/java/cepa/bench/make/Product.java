package cepa.bench.make;

import cepa.build.BuildLedger;
import cepa.build.flat.FlatSite;
import cepa.fetcher.FetchOutcome;
import cepa.fetcher.Fetchers;
import cepa.simulator.UpstreamSimulator;
import cepa.standalone.Stack;
import cepa.standalone.Upstreams;
import cepa.standalone.instance.DataDirectory;
import cepa.store.ObjectStore;
import cepa.topic.kafka.KafkaClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Broker and all services in this process, as in standalone; it fetches and builds when told to.
public final class Product implements AutoCloseable {

  private static final Duration FETCH_LIMIT = Duration.ofMinutes(60);

  private final DataDirectory data;
  private final Stack stack;

  private Product(DataDirectory data, Stack stack) {
    this.data = data;
    this.stack = stack;
  }

  /// @param root data directory
  /// @param upstream where every source comes from, the authorities' ports included
  /// @param more further configuration
  public static Product start(Path root, UpstreamSimulator upstream, Map<String, String> more) {
    Map<String, String> properties =
        new TreeMap<>(Upstreams.simulated(upstream, Duration.ofHours(1)));
    properties.put("cepa.fetcher.schedule", "false");
    properties.put("cepa.processor.automatic", "false");
    properties.put("cepa.standalone.edge", "false");
    properties.putAll(more);
    DataDirectory data = DataDirectory.hold(root);
    try {
      return new Product(data, Stack.start(data, properties));
    } catch (RuntimeException | Error e) {
      data.close();
      throw e;
    }
  }

  public Collection<String> sources() {
    return stack.get(Fetchers.class).sources();
  }

  /// Fetches these sources once.
  ///
  /// @throws IllegalStateException if one of them is not on the log then
  public void fetch(Collection<String> sources) throws InterruptedException {
    Map<String, FetchOutcome> outcomes =
        stack.get(Fetchers.class).fetchOnce(new TreeSet<>(sources), FETCH_LIMIT);
    outcomes.forEach((source, outcome) -> {
      switch (outcome) {
        case FetchOutcome.Published _, FetchOutcome.Unchanged _ -> {}
        case FetchOutcome.Quarantined quarantined ->
            throw new IllegalStateException(source + ": not used: " + quarantined.reason());
        case FetchOutcome.Failed failed ->
            throw new IllegalStateException(source + ": " + failed.reason());
      }
    });
  }

  /// Makes a build of what is on the log and waits until it is live.
  public BuildLedger.Entry build() throws InterruptedException {
    return new BuildWish(stack.get(KafkaClients.class)).live();
  }

  /// Writes a build as files.
  public void write(String build, Path directory) {
    var _ =
        new FlatSite(stack.get(ObjectStore.class))
            .write(build, directory, data.root().resolve("flat.json"));
  }

  public <T> T get(Class<T> type) {
    return stack.get(type);
  }

  @Override
  public void close() {
    stack.close();
    data.close();
  }
}
