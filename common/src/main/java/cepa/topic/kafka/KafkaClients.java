package cepa.topic.kafka;

import cepa.error.RetriableException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Makes Kafka clients that all behave alike: keys are text, values are bytes, writes are
/// acknowledged by all replicas and compressed with zstd, reads see committed records only. Each
/// caller closes what it got.
public final class KafkaClients {

  /// Largest record any topic takes, in bytes; topics are created with the same limit.
  public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

  private final KafkaSettings settings;
  private final String clientId;

  /// @param clientId `<service>-<instance>`, shown in the broker's metrics
  public KafkaClients(KafkaSettings settings, String clientId) {
    this.settings = settings;
    this.clientId = clientId;
  }

  public KafkaSettings settings() {
    return settings;
  }

  /// A producer for single, idempotent records.
  public Producer<String, byte[]> producer() {
    return newProducer(producerSettings());
  }

  /// A producer whose transactions fence every earlier producer of the same id. The caller begins
  /// with `initTransactions()`.
  public Producer<String, byte[]> transactionalProducer(String transactionalId) {
    Map<String, Object> config = producerSettings();
    config.put("transactional.id", transactionalId);
    config.put("transaction.timeout.ms", 60_000);
    return newProducer(config);
  }

  /// A consumer without a group, to be assigned partitions; it never stores offsets.
  public Consumer<String, byte[]> consumer() {
    Map<String, Object> config = consumerSettings();
    config.put("isolation.level", "read_committed");
    config.put("auto.offset.reset", "earliest");
    config.put("enable.auto.commit", false);
    // What is fetched waits in memory, of several sources at a time. A larger record comes all the
    // same.
    config.put("fetch.max.bytes", 8 * 1024 * 1024);
    config.put("max.partition.fetch.bytes", 1024 * 1024);
    config.put("max.poll.records", 1_000);
    // What there is comes at once; readers of history change partitions often.
    config.put("fetch.max.wait.ms", 50);
    return client(
        () -> new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer()));
  }

  /// A member of a share group that takes one record at a time and acknowledges each by itself.
  public ShareConsumer<String, byte[]> shareConsumer(String group) {
    Map<String, Object> config = consumerSettings();
    config.put("group.id", group);
    config.put("share.acknowledgement.mode", "explicit");
    config.put("share.acquire.mode", "record_limit");
    config.put("max.poll.records", 1);
    return client(() ->
        new KafkaShareConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer()));
  }

  public Admin admin() {
    Map<String, Object> config = common();
    config.put("default.api.timeout.ms", (int) settings.requestTimeout().toMillis());
    config.putAll(settings.properties());
    return client(() -> Admin.create(config));
  }

  private Producer<String, byte[]> newProducer(Map<String, Object> config) {
    return client(
        () -> new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer()));
  }

  private Map<String, Object> producerSettings() {
    Map<String, Object> config = common();
    config.put("acks", "all");
    config.put("enable.idempotence", true);
    config.put("compression.type", "zstd");
    config.put("compression.zstd.level", 1);
    config.put("linger.ms", 5);
    config.put("batch.size", 256 * 1024);
    // A producer never gives back what it once took, and there is one a source: little more than
    // the largest record.
    config.put("buffer.memory", MAX_RECORD_BYTES + 2 * 1024 * 1024L);
    config.put("max.request.size", MAX_RECORD_BYTES);
    config.put("delivery.timeout.ms", (int) settings.requestTimeout().toMillis() + 10_000);
    config.put("max.block.ms", settings.requestTimeout().toMillis());
    config.putAll(settings.properties());
    return config;
  }

  private Map<String, Object> consumerSettings() {
    Map<String, Object> config = common();
    config.put("default.api.timeout.ms", (int) settings.requestTimeout().toMillis());
    config.putAll(settings.properties());
    return config;
  }

  private Map<String, Object> common() {
    Map<String, Object> config = new TreeMap<>();
    config.put("bootstrap.servers", settings.bootstrapServers());
    config.put("client.id", clientId);
    config.put("request.timeout.ms", (int) settings.requestTimeout().toMillis());
    config.put("reconnect.backoff.max.ms", 2_000L);
    // Clients come and go with every snapshot; nobody looks for them in JMX or on the broker.
    config.put("metric.reporters", "");
    config.put("enable.metrics.push", false);
    config.putAll(settings.properties());
    return config;
  }

  private <T> T client(java.util.function.Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new RetriableException(
          "Cannot make a client for the broker at "
              + settings.bootstrapServers()
              + " ("
              + cause.getMessage()
              + "): check cepa.kafka.bootstrap-servers",
          e);
    }
  }
}
