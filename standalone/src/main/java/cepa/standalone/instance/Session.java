package cepa.standalone.instance;

import cepa.build.BuildStore;
import cepa.standalone.broker.kafka.EmbeddedBroker;
import cepa.standalone.instance.DataDirectory.Instance;
import cepa.store.ObjectStore;
import cepa.store.ObjectStores;
import cepa.store.StoreSettings;
import cepa.store.directory.DirectoryStore;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

/// Broker and store as a command needs them: those of the instance running on the data directory,
/// else those of the environment (`CEPA_KAFKA_BOOTSTRAP_SERVERS`, `CEPA_STORE_…`), else started for
/// this command alone.
public final class Session implements AutoCloseable {

  private static final String CLIENT = "command";

  private final KafkaClients clients;
  private final ObjectStore objects;
  private final @Nullable Instance instance;
  private final Deque<AutoCloseable> owned;

  private Session(
      KafkaClients clients,
      ObjectStore objects,
      @Nullable Instance instance,
      Deque<AutoCloseable> owned) {
    this.clients = clients;
    this.objects = objects;
    this.instance = instance;
    this.owned = owned;
  }

  /// @param root the data directory
  public static Session open(Path root, Map<String, String> environment) {
    if (environment.containsKey("CEPA_KAFKA_BOOTSTRAP_SERVERS")) {
      return remote();
    }
    Deque<AutoCloseable> owned = new ArrayDeque<>();
    Optional<Instance> running = DataDirectory.running(root);
    if (running.isPresent()) {
      var objects = new DirectoryStore(root.resolve("store"));
      owned.push(objects);
      return new Session(clients(running.get().bootstrapServers()), objects, running.get(), owned);
    }
    DataDirectory data = DataDirectory.hold(root);
    owned.push(data);
    EmbeddedBroker broker = EmbeddedBroker.start(data.log());
    owned.push(broker);
    var objects = new DirectoryStore(data.store());
    owned.push(objects);
    return new Session(clients(broker.bootstrapServers()), objects, null, owned);
  }

  private static Session remote() {
    Binder binder = Binder.get(new StandardEnvironment());
    ObjectStore objects = ObjectStores.open(binder.bindOrCreate("cepa.store", StoreSettings.class));
    Deque<AutoCloseable> owned = new ArrayDeque<>();
    owned.push(objects);
    var clients = new KafkaClients(binder.bindOrCreate("cepa.kafka", KafkaSettings.class), CLIENT);
    return new Session(clients, objects, null, owned);
  }

  private static KafkaClients clients(String bootstrapServers) {
    return new KafkaClients(KafkaSettings.at(bootstrapServers), CLIENT);
  }

  public KafkaClients clients() {
    return clients;
  }

  public BuildStore builds() {
    return new BuildStore(objects);
  }

  public ObjectStore objects() {
    return objects;
  }

  /// The running instance this session is attached to; null if there is none.
  public @Nullable Instance instance() {
    return instance;
  }

  @Override
  public void close() {
    while (!owned.isEmpty()) {
      try {
        owned.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("Closing a session failed", e);
      }
    }
  }
}
