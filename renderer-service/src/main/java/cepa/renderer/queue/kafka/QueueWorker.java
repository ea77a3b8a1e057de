package cepa.renderer.queue.kafka;

import cepa.build.RenderAssignment;
import cepa.build.ShardResult;
import cepa.error.RetriableException;
import cepa.json.Json;
import cepa.renderer.queue.Outcome;
import cepa.renderer.queue.ShardWorker;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// One thread on the queue: takes an assignment, has it rendered, reports, acknowledges. A broken
/// connection is made anew; what was being rendered then is delivered again.
final class QueueWorker {

  private static final Logger log = LoggerFactory.getLogger(QueueWorker.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final KafkaClients clients;
  private final ShardWorker worker;
  private final AssignmentQueue.Setup setup;
  private final CountDownLatch closing;
  private final Thread thread;
  private volatile @Nullable ShareConsumer<String, byte[]> open;
  private volatile @Nullable String trouble;

  QueueWorker(
      KafkaClients clients,
      ShardWorker worker,
      AssignmentQueue.Setup setup,
      int number,
      CountDownLatch closing) {
    this.clients = clients;
    this.worker = worker;
    this.setup = setup;
    this.closing = closing;
    this.thread = Thread.ofPlatform().daemon().name("renderer-" + number).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  @Nullable String trouble() {
    return trouble;
  }

  /// Ends a wait for assignments; [#closing] must have been counted down.
  void wakeUp() {
    ShareConsumer<String, byte[]> consumer = open;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  void join() {
    try {
      if (thread.isAlive() && !thread.join(STOP)) {
        log.warn("{} is still busy; its shard will be delivered again", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!isClosing()) {
      try (ShareConsumer<String, byte[]> consumer = clients.shareConsumer(setup.group());
          Producer<String, byte[]> producer = clients.producer()) {
        open = consumer;
        work(consumer, producer);
      } catch (WakeupException e) {
        log.debug("Woken up to stop");
      } catch (RuntimeException | OutOfMemoryError e) {
        // The top of the worker's loop: whatever it was, the queue still has the assignment.
        trouble = "Lost the queue of assignments: " + e.getMessage();
        log.warn("Lost the queue of assignments, connecting again", e);
        pause(RETRY);
      } finally {
        open = null;
      }
    }
  }

  private void work(ShareConsumer<String, byte[]> consumer, Producer<String, byte[]> producer) {
    consumer.subscribe(List.of(Topics.RENDER_ASSIGNMENTS));
    while (!isClosing()) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        var held = new HeldRecord(consumer, record, setup.lock(), this::isClosing);
        take(held, producer);
      }
      trouble = null;
    }
  }

  private void take(HeldRecord held, Producer<String, byte[]> producer) {
    ConsumerRecord<String, byte[]> record = held.record();
    RenderAssignment assignment;
    try {
      assignment = Json.read(record.value(), RenderAssignment.class);
    } catch (JacksonException e) {
      log.error(
          "Passed over an unreadable record: {} partition {} offset {}: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getOriginalMessage());
      worker.unreadable();
      held.acknowledge(AcknowledgeType.REJECT);
      return;
    }
    int delivery = record.deliveryCount().map(Short::intValue).orElse(1);
    switch (worker.handle(assignment, delivery, held)) {
      case Outcome.Report(ShardResult result) -> {
        publish(result, producer);
        held.acknowledge(AcknowledgeType.ACCEPT);
      }
      case Outcome.PassOver _ -> held.acknowledgeLater(AcknowledgeType.ACCEPT);
      case Outcome.Again(Duration delay, _) -> {
        pause(delay);
        held.acknowledge(AcknowledgeType.RELEASE);
      }
    }
  }

  /// Returns when the broker has the result: only then may the assignment go.
  private static void publish(ShardResult result, Producer<String, byte[]> producer) {
    var record = new ProducerRecord<>(Topics.RENDER_RESULTS, result.build(), Json.bytes(result));
    try {
      var sent = producer.send(record);
      producer.flush();
      sent.get();
    } catch (ExecutionException | KafkaException e) {
      throw new RetriableException("The result of a shard could not be published", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetriableException("Interrupted while publishing the result of a shard", e);
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void pause(Duration delay) {
    try {
      if (closing.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("Closing: no more waiting");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
