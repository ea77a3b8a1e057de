package cepa.renderer.queue.kafka;

import static cepa.testing.model.Networks.aNetworkOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.build.BuildEvent;
import cepa.build.RenderAssignment;
import cepa.build.ShardResult;
import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.SitePath;
import cepa.renderer.queue.EndedBuilds;
import cepa.renderer.queue.RenderMetrics;
import cepa.renderer.queue.ShardWorker;
import cepa.renderer.testing.LocalBuilds;
import cepa.renderer.testing.MemoryStore;
import cepa.renderer.toy.ToyRelays;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("broker")
class AssignmentQueueIT {

  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final Duration LOCK = Duration.ofSeconds(3);
  private static final int LAST_DELIVERY = 5;

  private static QueueBroker broker;

  private final MemoryStore store = new MemoryStore();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final LoadedModel model = aNetworkOf(30, 1).load("model");
  private final Hook hook = new Hook();
  private LocalBuilds builds;
  private String code;

  @BeforeAll
  static void startBroker() {
    broker = new QueueBroker();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  /// Every test has its own code version, hence its own group: it sees only its own assignments.
  @BeforeEach
  void ownCode() {
    code = UUID.randomUUID().toString();
    builds = new LocalBuilds(store, 4, new ToyRelays(), hook).codeVersion(code);
  }

  @Test
  void everyShardIsRenderedAndReportedOnce() {
    try (var queue = queue(broker.clients(), 3)) {
      broker.assign(assignments("once", 4));

      await().atMost(LIMIT).until(() -> results("once").size() == 4);
      assertThat(queue.trouble()).isNull();
    }
    assertThat(results("once"))
        .allSatisfy(result -> assertThat(result).isInstanceOf(ShardResult.Staged.class))
        .extracting(ShardResult::shard)
        .containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(meters.counter("cepa.render.shards", "outcome", "staged").count()).isEqualTo(4);
  }

  @Test
  void passingTrouble_bringsTheShardBack() {
    hook.failures = 2;
    hook.failure = () -> new RetriableException("the store is busy", null);
    try (var _ = queue(broker.clients(), 1)) {
      broker.assign(assignments("again", 1));

      await().atMost(LIMIT).until(() -> results("again").size() == 1);
    }
    assertThat(results("again")).hasOnlyElementsOfType(ShardResult.Staged.class);
    assertThat(meters.counter("cepa.render.shards", "outcome", "again").count()).isEqualTo(2);
  }

  @Test
  void lastingTrouble_isReportedWithTheLastDelivery() {
    hook.failures = Integer.MAX_VALUE;
    hook.failure = () -> new RetriableException("the store is gone", null);
    try (var _ = queue(broker.clients(), 1)) {
      broker.assign(assignments("given-up", 1));

      await().atMost(LIMIT).until(() -> results("given-up").size() == 1);
    }
    assertThat(results("given-up").getFirst())
        .isInstanceOfSatisfying(
            ShardResult.Failed.class,
            failed ->
                assertThat(failed.reason()).contains("5 deliveries").contains("the store is gone"));
    assertThat(hook.calls).hasValue(LAST_DELIVERY);
  }

  @Test
  void hopelessTrouble_isReportedAtOnce() {
    hook.failures = Integer.MAX_VALUE;
    hook.failure = () -> new PermanentException("the view is broken");
    try (var _ = queue(broker.clients(), 1)) {
      broker.assign(assignments("hopeless", 1));

      await().atMost(LIMIT).until(() -> results("hopeless").size() == 1);
    }
    assertThat(results("hopeless")).hasOnlyElementsOfType(ShardResult.Failed.class);
    assertThat(hook.calls).hasValue(1);
  }

  @Test
  void otherCodeEndedBuildsAndNonsense_arePassedOver() {
    RenderAssignment mine = assignments("wanted", 1)[0];
    broker.tell(new BuildEvent.Cancelled("unwanted", Instant.EPOCH, "test"));
    try (var _ = queue(broker.clients(), 1)) {
      broker.assignNonsense("no json");
      broker.assign(
          new RenderAssignment("other-code", 0, 4, model.id(), null, "other"),
          assignments("unwanted", 1)[0],
          mine);

      await().atMost(LIMIT).until(() -> results("wanted").size() == 1);
      await()
          .atMost(LIMIT)
          .until(() -> meters.counter("cepa.render.shards", "outcome", "unreadable").count() >= 1);
      await()
          .atMost(LIMIT)
          .until(() -> meters.counter("cepa.render.shards", "outcome", "passed_over").count() >= 2);
    }
    assertThat(results("other-code")).isEmpty();
    assertThat(results("unwanted")).isEmpty();
  }

  @Test
  void shardLongerThanItsLock_isRenewedAndDeliveredOnce() {
    // Two and a half locks long; a second worker would take the shard if the lock ran out.
    hook.work = Duration.ofMillis(7_500);
    try (var _ = queue(broker.clients(), 2)) {
      broker.assign(assignments("long", 1));

      await().atMost(LIMIT).until(() -> results("long").size() == 1);
    }
    assertThat(hook.calls).hasValue(1);
    assertThat(results("long")).hasOnlyElementsOfType(ShardResult.Staged.class);
  }

  @Test
  void stoppedRenderer_handsItsShardToAnother() throws InterruptedException {
    hook.work = Duration.ofSeconds(30);
    var first = queue(broker.clients(), 1);
    broker.assign(assignments("handed-over", 1));
    assertThat(hook.begun.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    first.close();
    hook.work = Duration.ZERO;

    try (var _ = queue(broker.clients(), 1)) {
      await().atMost(LIMIT).until(() -> results("handed-over").size() == 1);
    }
    assertThat(results("handed-over")).hasOnlyElementsOfType(ShardResult.Staged.class);
  }

  @Test
  void deadBroker_makesItUnhealthyAndNothingElse() {
    var impatient = Map.of("default.api.timeout.ms", "1000");
    var second = Duration.ofSeconds(1);
    var nowhere = new KafkaSettings("127.0.0.1:1", (short) 1, LIMIT, -1, second, impatient);
    try (var queue = queue(new KafkaClients(nowhere, "test"), 1)) {
      assertThat(queue.trouble()).contains("127.0.0.1:1");
      await()
          .atMost(LIMIT)
          .untilAsserted(() -> assertThat(queue.trouble()).contains("did not answer"));
    }
  }

  private AssignmentQueue queue(KafkaClients clients, int workers) {
    var ended = new EndedBuilds();
    var policy = new ShardWorker.Policy("test", code, LAST_DELIVERY, Duration.ofMillis(300));
    var worker = new ShardWorker(builds.renderer(), ended, new RenderMetrics(meters), policy);
    var setup = new AssignmentQueue.Setup(workers, Topics.rendererGroup(code), LOCK);
    var queue = new AssignmentQueue(clients, worker, ended, setup);
    queue.start();
    return queue;
  }

  private RenderAssignment[] assignments(String build, int count) {
    return IntStream.range(0, count)
        .mapToObj(shard -> builds.assignment(build, shard, model, null))
        .toArray(RenderAssignment[]::new);
  }

  private static List<ShardResult> results(String build) {
    return broker.results(build);
  }

  /// A family of documents that fails or takes its time when told to, in whatever shard.
  private static final class Hook implements PageFamily {

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile int failures;
    private volatile Supplier<RuntimeException> failure = IllegalStateException::new;
    private volatile Duration work = Duration.ZERO;

    @Override
    public String id() {
      return "hook";
    }

    @Override
    public Stream<SitePath> paths(PageContext context) {
      // Many small steps, so that the engine can renew between them; only shard 0 counts calls.
      List<String> mine =
          IntStream.range(0, 4_000)
              .mapToObj(i -> "/hook/" + i + ".txt")
              .filter(path -> cepa.renderer.stage.Sharding.shardOf(path, 4) == 0)
              .limit(100)
              .toList();
      String first = mine.getFirst();
      return mine.stream()
          .map(path -> new SitePath.Document(path, "text/plain", () -> step(path.equals(first))));
    }

    private byte[] step(boolean first) {
      if (first) {
        begun.countDown();
        if (calls.incrementAndGet() <= failures) {
          throw failure.get();
        }
      }
      java.util.concurrent.locks.LockSupport.parkNanos(work.dividedBy(100).toNanos());
      return new byte[] {'x'};
    }
  }
}
