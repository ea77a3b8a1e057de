package cepa.topic.kafka;

import cepa.error.RetriableException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/// Writes single records, each acknowledged when the call returns.
public final class TopicWriter implements AutoCloseable {

  private final Producer<String, byte[]> producer;
  private final long limitMillis;

  public TopicWriter(KafkaClients clients) {
    this.producer = clients.producer();
    this.limitMillis = 2 * clients.settings().requestTimeout().toMillis();
  }

  /// @throws RetriableException if the broker did not take the record
  public void write(String topic, String key, byte[] value) {
    try {
      producer
          .send(new ProducerRecord<>(topic, key, value))
          .get(limitMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetriableException("Interrupted while writing to " + topic, e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new RetriableException("The broker did not take a record for " + topic, e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
