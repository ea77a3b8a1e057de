package cepa.fetcher.kafka;

import cepa.error.RetriableException;
import cepa.fetcher.FencedException;
import cepa.fetcher.SourceLog;
import cepa.fetcher.SourceState;
import cepa.fetcher.SplitDocument;
import cepa.json.Json;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotManifest;
import cepa.topic.SourceStatus;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.SnapshotReader;
import cepa.topic.kafka.TopicCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A source's part of the log in Kafka. One producer with the transactional id
/// `cepa.fetcher.<source>` lives as long as this object: whoever opens the source next fences it.
public final class KafkaSourceLog implements SourceLog {

  private static final Logger log = LoggerFactory.getLogger(KafkaSourceLog.class);
  private static final Duration CLOSE = Duration.ofSeconds(5);

  /// After this time the broker aborts a transaction and treats its producer as fenced. That is no
  /// other fetcher but a slow machine.
  private static final Duration TRANSACTION = Duration.ofSeconds(60);

  private final KafkaClients clients;
  private final String source;
  private @Nullable Producer<String, byte[]> producer;
  private boolean ready;
  private @Nullable Instant begun;
  private @Nullable SourceHistory history;

  public KafkaSourceLog(KafkaClients clients, String source) {
    this.clients = clients;
    this.source = source;
  }

  /// The id whose newest bearer is the one writer of a source.
  public static String transactionalId(String source) {
    return "cepa.fetcher." + source;
  }

  @Override
  public SourceState refresh() throws InterruptedException {
    return guarded(
        "read the log",
        () -> {
          connect();
          return history().refresh();
        });
  }

  @Override
  public boolean holds(SnapshotManifest snapshot) throws InterruptedException {
    return guarded("look for snapshot " + snapshot.id(), () -> history().holds(snapshot));
  }

  @Override
  public SnapshotManifest publish(SnapshotManifest draft, Map<String, SplitDocument> fresh)
      throws InterruptedException {
    return transaction(
        "publish snapshot " + draft.id(),
        writer -> {
          List<DocumentRef> documents = new ArrayList<>();
          for (DocumentRef document : draft.documents()) {
            SplitDocument split = fresh.get(document.name());
            documents.add(
                split == null
                    ? document
                    : new DocumentWriter(writer, draft, document).write(split));
          }
          return manifest(writer, withDocuments(draft, documents));
        });
  }

  @Override
  public SnapshotManifest republish(SnapshotManifest snapshot) throws InterruptedException {
    return transaction(
        "publish snapshot " + snapshot.id() + " again",
        writer -> {
          List<DocumentRef> documents = new ArrayList<>();
          try (SnapshotReader reader = new SnapshotReader(clients)) {
            for (DocumentRef document : snapshot.documents()) {
              DocumentWriter copy = new DocumentWriter(writer, snapshot, document);
              reader.read(snapshot, document, (_, key, value) -> copy.add(key, value));
              documents.add(copy.finish());
            }
          }
          return manifest(writer, withDocuments(snapshot, documents));
        });
  }

  @Override
  public void accept(SnapshotManifest snapshot, String reason, Instant at)
      throws InterruptedException {
    transaction(
        "accept snapshot " + snapshot.id(),
        writer -> {
          send(
              writer,
              Topics.SNAPSHOTS,
              new SnapshotEvent.Accepted(source, snapshot.id(), reason, at));
          return snapshot;
        });
  }

  @Override
  public void report(SourceStatus status) throws InterruptedException {
    transaction(
        "write the status of " + source,
        writer -> {
          send(writer, Topics.SOURCE_STATUS, status);
          return status;
        });
  }

  private SnapshotManifest manifest(Producer<String, byte[]> writer, SnapshotManifest manifest) {
    send(writer, Topics.SNAPSHOTS, new SnapshotEvent.Published(manifest));
    return manifest;
  }

  private void send(Producer<String, byte[]> writer, String topic, Object value) {
    // A failed send fails the commit, which is where it is told.
    Future<RecordMetadata> _ = writer.send(new ProducerRecord<>(topic, source, Json.bytes(value)));
  }

  private static SnapshotManifest withDocuments(SnapshotManifest m, List<DocumentRef> documents) {
    return new SnapshotManifest(
        m.id(),
        m.source(),
        m.endpoint(),
        m.published(),
        m.fetched(),
        m.validators(),
        m.quarantine(),
        documents);
  }

  private <T> T transaction(String what, Write<T> write) throws InterruptedException {
    return guarded(
        what,
        () -> {
          Producer<String, byte[]> writer = connect();
          writer.beginTransaction();
          begun = Instant.now();
          T result = write.with(writer);
          writer.commitTransaction();
          begun = null;
          return result;
        });
  }

  /// Becomes the one writer of the source, if this is not yet so.
  private Producer<String, byte[]> connect() {
    if (producer == null) {
      new TopicCreator(clients).ensureTopics(List.of(source));
      producer = clients.transactionalProducer(transactionalId(source));
      ready = false;
    }
    if (!ready) {
      producer.initTransactions();
      ready = true;
    }
    return producer;
  }

  private SourceHistory history() {
    if (history == null) {
      history = new SourceHistory(clients, source);
    }
    return history;
  }

  /// Runs what talks to the broker. After any failure nothing half done remains: an open
  /// transaction is aborted, and what cannot be used further is made anew at the next use.
  private <T> T guarded(String what, Work<T> work) throws InterruptedException {
    try {
      return work.run();
    } catch (InterruptException e) {
      Thread.interrupted();
      abandon();
      throw new InterruptedException("Interrupted: " + what);
    } catch (KafkaException e) {
      boolean late = begun != null && Instant.now().isAfter(begun.plus(TRANSACTION));
      abandon();
      if (isFenced(e) && !late) {
        throw new FencedException(source, e);
      }
      throw new RetriableException(
          "The broker at "
              + clients.settings().bootstrapServers()
              + " did not "
              + what
              + ": "
              + (late ? "the transaction took longer than " + TRANSACTION : e.getMessage()),
          e);
    } catch (RuntimeException e) {
      abandon();
      throw e;
    }
  }

  private static boolean isFenced(KafkaException e) {
    return isFence(e) || isFence(e.getCause());
  }

  private static boolean isFence(@Nullable Throwable e) {
    return e instanceof ProducerFencedException || e instanceof InvalidProducerEpochException;
  }

  /// Ends an open transaction. The producer is kept if it is still good: a new one would take the
  /// source back from a fetcher that has taken it over meanwhile.
  private void abandon() {
    closeHistory();
    boolean open = begun != null;
    begun = null;
    if (producer == null) {
      return;
    }
    try {
      if (open) {
        producer.abortTransaction();
      }
      if (ready) {
        return;
      }
    } catch (KafkaException | IllegalStateException e) {
      // It cannot be aborted from here: the broker does it when the next producer comes, or when
      // the transaction's time is over.
      log.debug("Nothing aborted for {}: {}", source, e.getMessage());
    }
    closeProducer();
  }

  @Override
  public void close() {
    closeProducer();
    closeHistory();
  }

  private void closeProducer() {
    if (producer != null) {
      producer.close(CLOSE);
      producer = null;
    }
  }

  private void closeHistory() {
    if (history != null) {
      history.close();
      history = null;
    }
  }

  /// Work in a transaction.
  private interface Write<T> {
    T with(Producer<String, byte[]> writer);
  }

  /// Work with the broker.
  private interface Work<T> {
    T run();
  }
}
