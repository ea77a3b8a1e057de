package cepa.standalone.broker.kafka;

import cepa.error.PermanentException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// A single-node Kafka (KRaft) in this process, on loopback only. Its log outlives the process:
/// started again on the same directory it has every record. Kafka's server classes are internal, so
/// they are kept in here.
public final class EmbeddedBroker implements AutoCloseable {

  private static final int NODE = 1;
  private static final String HOST = "127.0.0.1";

  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /// Starts a broker whose log is in `directory`; formats it the first time.
  ///
  /// @throws PermanentException if the directory cannot be used
  public static EmbeddedBroker start(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new PermanentException(
          "The broker's directory " + directory + " cannot be made: " + e.getMessage(), e);
    }
    String path = directory.toAbsolutePath().toString();
    if (!Files.exists(directory.resolve("meta.properties"))) {
      format(path);
    }
    BrokerFailure.tellBeforeTheEnd(directory);
    int broker = freePort();
    int controller = freePort();
    var server = new KafkaRaftServer(config(path, broker, controller), Time.SYSTEM);
    server.startup();
    return new EmbeddedBroker(server, HOST + ":" + broker);
  }

  /// `host:port` to connect to.
  public String bootstrapServers() {
    return bootstrapServers;
  }

  private static void format(String path) {
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(NODE)
          .setControllerListenerName("CONTROLLER")
          .setDirectories(List.of(path))
          .setMetadataLogDirectory(path)
          .run();
    } catch (Exception e) {
      throw new PermanentException(
          "The broker's directory " + path + " cannot be formatted: " + e.getMessage(), e);
    }
  }

  private static KafkaConfig config(String path, int broker, int controller) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE));
    settings.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controller);
    settings.put(
        "listeners",
        "PLAINTEXT://" + HOST + ":" + broker + ",CONTROLLER://" + HOST + ":" + controller);
    settings.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + broker);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("log.dirs", path);
    settings.put("auto.create.topics.enable", "false");
    // One node has one copy of everything.
    for (String topic :
        List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
      settings.put(topic + ".replication.factor", "1");
      settings.put(topic + ".num.partitions", "4");
    }
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.share.min.record.lock.duration.ms", "1000");
    // Renderers of this process should not wait seconds to join their group.
    settings.put("group.share.min.heartbeat.interval.ms", "300");
    settings.put("group.share.heartbeat.interval.ms", "300");
    // Small in memory: there is one producer at a time and a few topics.
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    settings.put("message.max.bytes", Integer.toString(10 * 1024 * 1024));
    settings.put("replica.fetch.max.bytes", Integer.toString(10 * 1024 * 1024));
    // A killed process must not have to read its whole log again.
    settings.put("num.recovery.threads.per.data.dir", "2");
    var properties = new Properties();
    properties.putAll(settings);
    return new KafkaConfig(properties, false);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on " + HOST, e);
    }
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
