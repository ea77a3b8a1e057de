package cepa.renderer.queue.kafka;

import cepa.error.RetriableException;
import cepa.renderer.stage.Progress;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A record that this worker has and no other one gets, for as long as its lock is renewed in time:
/// whenever a third of the lock has passed. One thread uses it, the consumer's own.
final class HeldRecord implements Progress {

  private static final Logger log = LoggerFactory.getLogger(HeldRecord.class);
  private static final Duration RENEWAL = Duration.ofSeconds(5);

  private final ShareConsumer<String, byte[]> consumer;
  private final Duration renewAfter;
  private final BooleanSupplier closing;
  private ConsumerRecord<String, byte[]> record;
  private long lockedAt = System.nanoTime();
  private boolean lost;

  HeldRecord(
      ShareConsumer<String, byte[]> consumer,
      ConsumerRecord<String, byte[]> record,
      Duration lock,
      BooleanSupplier closing) {
    this.consumer = consumer;
    this.record = record;
    this.renewAfter = lock.dividedBy(3);
    this.closing = closing;
  }

  ConsumerRecord<String, byte[]> record() {
    return record;
  }

  @Override
  public void tick() {
    if (closing.getAsBoolean()) {
      throw new RetriableException("This renderer is being stopped", null);
    }
    if (System.nanoTime() - lockedAt > renewAfter.toNanos()) {
      renew();
    }
  }

  /// The client takes a renewed record away and hands it out again with a later poll.
  private void renew() {
    lost = true;
    try {
      consumer.acknowledge(record, AcknowledgeType.RENEW);
      consumer.commitSync();
      long deadline = System.nanoTime() + RENEWAL.toNanos();
      while (lost && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(this::comeBack);
      }
    } catch (KafkaException e) {
      throw new RetriableException("The lock on the shard could not be renewed", e);
    }
    if (lost) {
      throw new RetriableException(
          "The lock on the shard was lost; another renderer will get it", null);
    }
  }

  private void comeBack(ConsumerRecord<String, byte[]> again) {
    if (again.partition() == record.partition() && again.offset() == record.offset()) {
      record = again;
      lockedAt = System.nanoTime();
      lost = false;
    } else {
      consumer.acknowledge(again, AcknowledgeType.RELEASE);
    }
  }

  /// Tells the broker with the next poll: enough where it does not matter if it is told twice.
  void acknowledgeLater(AcknowledgeType type) {
    if (!lost) {
      consumer.acknowledge(record, type);
    }
  }

  /// Tells the broker, unless the record is no longer this worker's.
  void acknowledge(AcknowledgeType type) {
    if (lost) {
      return;
    }
    consumer.acknowledge(record, type);
    consumer
        .commitSync()
        .forEach((partition, error) ->
            error.ifPresent((KafkaException e) ->
                log.warn("{} of {} came too late: {}", type, partition, e.getMessage())));
  }
}
