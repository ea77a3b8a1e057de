package cepa.renderer.queue.kafka;

import cepa.build.BuildEvent;
import cepa.error.CepaException;
import cepa.renderer.queue.EndedBuilds;
import cepa.renderer.queue.ShardWorker;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.TopicCreator;
import cepa.topic.kafka.TopicFollower;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The workers of this process on the queue of assignments. It starts at once, whether there is a
/// broker or not, and goes on trying: a dead broker makes it unhealthy, nothing else.
public final class AssignmentQueue implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AssignmentQueue.class);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration CATCH_UP = Duration.ofSeconds(10);
  private static final Duration PROBE = Duration.ofSeconds(5);

  private final KafkaClients clients;
  private final Setup setup;
  private final TopicFollower<BuildEvent> builds;
  private final List<QueueWorker> workers;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread starter;
  private volatile @Nullable String trouble;

  /// @param ended told of every build that ends
  public AssignmentQueue(KafkaClients clients, ShardWorker worker, EndedBuilds ended, Setup setup) {
    this.clients = clients;
    this.setup = setup;
    this.trouble = "Not yet connected to the broker at " + clients.settings().bootstrapServers();
    this.builds =
        new TopicFollower<>(
            clients, Topics.BUILDS, BuildEvent.class, (_, event) -> ended.fold(event));
    this.workers =
        IntStream.rangeClosed(1, setup.workers)
            .mapToObj(i -> new QueueWorker(clients, worker, setup, i, closing))
            .toList();
    this.starter = Thread.ofPlatform().daemon().name("renderer-start").unstarted(this::connect);
  }

  public void start() {
    starter.start();
  }

  /// What keeps it from working, for a health page; null if nothing does. Asks the broker.
  public @Nullable String trouble() {
    if (trouble != null) {
      return trouble;
    }
    String broker = brokerTrouble();
    return broker != null
        ? broker
        : workers.stream()
            .map(QueueWorker::trouble)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private void connect() {
    while (closing.getCount() > 0) {
      try {
        var creator = new TopicCreator(clients);
        creator.ensureTopics(List.of());
        creator.ensureShareGroup(setup.group, setup.lock);
        builds.start();
        if (!builds.awaitCaughtUp(CATCH_UP)) {
          log.info("Still reading {}; shards of ended builds may be rendered", Topics.BUILDS);
        }
        workers.forEach(QueueWorker::start);
        trouble = null;
        log.info("{} workers wait for assignments in group {}", workers.size(), setup.group);
        return;
      } catch (CepaException e) {
        trouble = e.getMessage();
        log.warn("Cannot reach the queue of assignments, trying again: {}", e.getMessage());
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void pause() {
    try {
      if (closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("Closed before the queue was reached");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable String brokerTrouble() {
    Admin admin = clients.admin();
    try {
      admin.describeCluster().nodes().get(PROBE.toMillis(), TimeUnit.MILLISECONDS);
      return null;
    } catch (ExecutionException | TimeoutException e) {
      return "The broker at " + clients.settings().bootstrapServers() + " does not answer: " + e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "Interrupted while asking the broker";
    } finally {
      // Without waiting for the answer that did not come.
      admin.close(Duration.ZERO);
    }
  }

  /// Hands back what is being rendered and waits until all workers have stopped.
  @Override
  public void close() {
    closing.countDown();
    starter.interrupt();
    builds.close();
    workers.forEach(QueueWorker::wakeUp);
    workers.forEach(QueueWorker::join);
  }

  /// How assignments are taken.
  ///
  /// @param workers threads, each with one assignment at a time; 1 ..
  /// @param group share group, one a code version
  /// @param lock for how long an assignment is held before another renderer gets it; renewed while
  ///   a shard takes longer
  public record Setup(int workers, String group, Duration lock) {}
}
