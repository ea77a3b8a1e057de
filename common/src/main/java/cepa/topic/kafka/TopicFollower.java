package cepa.topic.kafka;

import cepa.error.RetriableException;
import cepa.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// Reads one topic from its beginning and goes on with what arrives, on a thread of its own. A
/// record that cannot be read, or that its handler fails on, is logged, counted and passed over:
/// one bad record never hides those behind it. A broken connection is taken up again where it was.
///
/// @param <T> the record type
public final class TopicFollower<T> implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);

  private final KafkaClients clients;
  private final String topic;
  private final Class<T> type;
  private final Handler<T> handler;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable Consumer<String, byte[]> current;
  private final AtomicLong unreadable = new AtomicLong();

  /// @param handler called in offset order (of a partition) by one thread; a record it throws on is
  ///   passed over
  public TopicFollower(KafkaClients clients, String topic, Class<T> type, Handler<T> handler) {
    this.clients = clients;
    this.topic = topic;
    this.type = type;
    this.handler = handler;
    this.thread = Thread.ofPlatform().daemon().name("follow-" + topic).unstarted(this::run);
  }

  public TopicFollower<T> start() {
    thread.start();
    return this;
  }

  /// Waits until every record that was there at the start has been handled.
  ///
  /// @return false if that took longer than `limit`
  public boolean awaitCaughtUp(Duration limit) throws InterruptedException {
    return caughtUp.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Records passed over because they could not be read or handled.
  public long unreadable() {
    return unreadable.get();
  }

  /// Stops following; the thread has ended when this returns, unless it hangs in its handler.
  @Override
  public void close() {
    closed = true;
    Consumer<String, byte[]> consumer = current;
    if (consumer != null) {
      // Not an interrupt: that would leave the connection half closed.
      consumer.wakeup();
    }
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Position position = new Position();
    while (!closed) {
      try (Consumer<String, byte[]> consumer = clients.consumer()) {
        current = consumer;
        follow(consumer, position);
      } catch (WakeupException | InterruptException e) {
        if (!closed) {
          // The mark is taken off, or the next consumer would be interrupted at once.
          Thread.interrupted();
          log.warn("Following {} was interrupted", topic);
        }
      } catch (KafkaException | RetriableException e) {
        // Whatever the broker's trouble is, the log is still there when it is back.
        log.warn("Following {} stopped, trying again: {}", topic, e.getMessage());
        pause();
      }
    }
  }

  private void follow(Consumer<String, byte[]> consumer, Position position) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new RetriableException("there is no such topic yet", null);
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    position.offsets.forEach(consumer::seek);
    var ends = consumer.endOffsets(partitions);
    while (!closed) {
      if (partitions.stream().allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L))) {
        caughtUp.countDown();
      }
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
        handle(record);
        position.offsets.put(new TopicPartition(topic, record.partition()), record.offset() + 1);
      }
    }
  }

  private void handle(ConsumerRecord<String, byte[]> record) {
    try {
      T value = record.value() == null ? null : Json.read(record.value(), type);
      if (value != null) {
        handler.handle(record.offset(), value);
      }
    } catch (KafkaException e) {
      throw e;
    } catch (RuntimeException e) {
      // Whatever is wrong with one record, the ones behind it must still be heard.
      unreadable.incrementAndGet();
      log.error(
          "Passed over a bad record: {} partition {} offset {}: {}",
          topic,
          record.partition(),
          record.offset(),
          e instanceof JacksonException jackson ? jackson.getOriginalMessage() : e.toString());
    }
  }

  private void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes the records of a followed topic.
  @FunctionalInterface
  public interface Handler<T> {
    void handle(long offset, T value);
  }

  /// Where each partition goes on after a broken connection.
  private static final class Position {
    private final java.util.Map<TopicPartition, Long> offsets = new java.util.HashMap<>();
  }

  /// Reads a topic up to its present end, in order within each partition.
  public static <T> List<Positioned<T>> readAll(KafkaClients clients, String topic, Class<T> type) {
    try (Consumer<String, byte[]> consumer = clients.consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      Stream.Builder<Positioned<T>> all = Stream.builder();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
          if (record.value() == null) {
            continue;
          }
          try {
            all.add(new Positioned<>(record.offset(), Json.read(record.value(), type)));
          } catch (JacksonException e) {
            log.error(
                "Passed over an unreadable record: {} offset {}: {}",
                topic,
                record.offset(),
                e.getOriginalMessage());
          }
        }
      }
      return all.build().toList();
    }
  }

  /// A record and where it stands.
  public record Positioned<T>(long offset, T value) {}
}
