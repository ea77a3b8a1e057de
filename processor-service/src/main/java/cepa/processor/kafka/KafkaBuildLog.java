package cepa.processor.kafka;

import cepa.build.BuildEvent;
import cepa.build.RenderAssignment;
import cepa.error.RetriableException;
import cepa.json.Json;
import cepa.processor.build.BuildLog;
import cepa.processor.build.FencedException;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/// Tells builds on `cepa.builds` and puts assignments on `cepa.render-assignments`. Not safe for
/// several threads.
public final class KafkaBuildLog implements BuildLog, AutoCloseable {

  private static final String TRANSACTIONAL_ID = "cepa.processor";
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final KafkaClients clients;
  private @Nullable Producer<String, byte[]> producer;

  public KafkaBuildLog(KafkaClients clients) {
    this.clients = clients;
  }

  /// Takes over from any other processor: from here on it cannot tell anything any more, and what
  /// it left half told is undone.
  public void open() {
    close();
    Producer<String, byte[]> opened = clients.transactionalProducer(TRANSACTIONAL_ID);
    try {
      opened.initTransactions();
    } catch (KafkaException e) {
      opened.close();
      throw new RetriableException("The broker does not take transactions: " + e.getMessage(), e);
    }
    producer = opened;
  }

  @Override
  public void plan(BuildEvent.Planned plan, List<RenderAssignment> assignments) {
    transaction(open -> {
      // Spread over the partitions, so that no renderer waits for another.
      for (RenderAssignment assignment : assignments) {
        int partition = assignment.shard() % open.partitionsFor(Topics.RENDER_ASSIGNMENTS).size();
        send(
            open,
            new ProducerRecord<>(
                Topics.RENDER_ASSIGNMENTS, partition, plan.build(), Json.bytes(assignment)));
      }
      send(open, new ProducerRecord<>(Topics.BUILDS, plan.build(), bytes(plan)));
    });
  }

  @Override
  public void tell(BuildEvent event) {
    transaction(
        open -> send(open, new ProducerRecord<>(Topics.BUILDS, event.build(), bytes(event))));
  }

  /// What goes wrong with a record is thrown by the commit of its transaction.
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void send(Producer<String, byte[]> open, ProducerRecord<String, byte[]> record) {
    open.send(record);
  }

  private static byte[] bytes(BuildEvent event) {
    return Json.MAPPER.writerFor(BuildEvent.class).writeValueAsBytes(event);
  }

  private void transaction(java.util.function.Consumer<Producer<String, byte[]>> writes) {
    if (producer == null) {
      // After a failure: a new producer ends the transaction the old one left open.
      open();
    }
    Producer<String, byte[]> open = Objects.requireNonNull(producer);
    try {
      open.beginTransaction();
      writes.accept(open);
      open.commitTransaction();
    } catch (ProducerFencedException | InvalidProducerEpochException e) {
      close();
      throw new FencedException(e);
    } catch (KafkaException e) {
      close();
      throw new RetriableException("Telling a build failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    Producer<String, byte[]> open = producer;
    producer = null;
    if (open != null) {
      open.close(CLOSE);
    }
  }
}
