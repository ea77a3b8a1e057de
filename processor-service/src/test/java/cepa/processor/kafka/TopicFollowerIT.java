package cepa.processor.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cepa.build.RenderAssignment;
import cepa.json.Json;
import cepa.topic.Topics;
import cepa.topic.kafka.TopicCreator;
import cepa.topic.kafka.TopicFollower;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("broker")
class TopicFollowerIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private TestBroker broker;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() {
    broker = new TestBroker();
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void whatWasThereIsHeardBeforeItIsCaughtUp_andThenWhatArrives() throws Exception {
    write("a");
    write("b");
    try (var follower = follow(this::hear).start()) {
      assertThat(follower.awaitCaughtUp(LIMIT)).isTrue();
      assertThat(heard).containsExactly("a", "b");
      write("c");
      await().atMost(LIMIT).untilAsserted(() -> assertThat(heard).containsExactly("a", "b", "c"));
    }
  }

  @Test
  void badRecords_arePassedOverAndCounted() throws Exception {
    write("a");
    broker.write(Topics.BUILDS, "x", "not json".getBytes(UTF_8));
    broker.write(Topics.BUILDS, "x", "null".getBytes(UTF_8));
    write("fails");
    try (Producer<String, byte[]> producer = broker.clients().producer()) {
      producer.send(new ProducerRecord<>(Topics.BUILDS, "x", null)).get();
    }
    write("b");
    try (var follower =
        follow(
                assignment -> {
                  if (assignment.build().equals("fails")) {
                    throw new IllegalStateException("handler");
                  }
                  hear(assignment);
                })
            .start()) {
      assertThat(follower.awaitCaughtUp(LIMIT)).isTrue();
      assertThat(heard).containsExactly("a", "b");
      assertThat(follower.unreadable()).isEqualTo(2);
    }
  }

  @Test
  void endOfATransaction_doesNotKeepItFromCatchingUp() throws Exception {
    try (Producer<String, byte[]> producer = broker.clients().transactionalProducer("t")) {
      producer.initTransactions();
      producer.beginTransaction();
      send(producer, "a");
      producer.commitTransaction();
      producer.beginTransaction();
      send(producer, "aborted");
      producer.flush();
      producer.abortTransaction();
      producer.beginTransaction();
      send(producer, "open");
      producer.flush();
      try (var follower = follow(this::hear).start()) {
        assertThat(follower.awaitCaughtUp(LIMIT)).isTrue();
        assertThat(heard).containsExactly("a");
        producer.commitTransaction();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(heard).containsExactly("a", "open"));
      }
    }
  }

  @Test
  void topicThatIsNotThereYet_isWaitedFor() throws Exception {
    var follower =
        new TopicFollower<>(
            broker.clients(),
            Topics.snapshot("later"),
            RenderAssignment.class,
            (_, assignment) -> hear(assignment));
    try (follower) {
      follower.start();
      assertThat(follower.awaitCaughtUp(Duration.ofMillis(500))).isFalse();
      new TopicCreator(broker.clients()).ensureTopics(List.of("later"));
      broker.write(Topics.snapshot("later"), "x", json("a"));
      await().atMost(LIMIT).untilAsserted(() -> assertThat(heard).containsExactly("a"));
    }
  }

  @Test
  void everythingToTheEnd_isReadAtOnce() {
    write("a");
    broker.write(Topics.BUILDS, "x", "not json".getBytes(UTF_8));
    write("b");
    assertThat(broker.read(Topics.BUILDS, RenderAssignment.class))
        .extracting(RenderAssignment::build)
        .containsExactly("a", "b");
  }

  private TopicFollower<RenderAssignment> follow(
      java.util.function.Consumer<RenderAssignment> handler) {
    return new TopicFollower<>(
        broker.clients(),
        Topics.BUILDS,
        RenderAssignment.class,
        (_, assignment) -> handler.accept(assignment));
  }

  private void hear(RenderAssignment assignment) {
    heard.add(assignment.build());
  }

  private void write(String text) {
    broker.write(Topics.BUILDS, "x", json(text));
  }

  private static void send(Producer<String, byte[]> producer, String text) {
    assertThat(producer.send(new ProducerRecord<>(Topics.BUILDS, "x", json(text))))
        .succeedsWithin(LIMIT);
  }

  private static byte[] json(String text) {
    return Json.bytes(new RenderAssignment(text, 0, 1, "m", null, "c"));
  }
}
