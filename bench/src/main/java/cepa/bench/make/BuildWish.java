package cepa.bench.make;

import cepa.build.BuildEvent;
import cepa.build.BuildLedger;
import cepa.build.BuildRequest;
import cepa.json.Json;
import cepa.topic.SnapshotEvent;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.TopicFollower;
import cepa.topic.kafka.TopicWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// Asks the processor for a build of everything on the log, as the commands do, and follows it.
public final class BuildWish {

  private static final Duration LIMIT = Duration.ofMinutes(60);

  private final KafkaClients clients;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition heard = lock.newCondition();
  private final BuildLedger ledger = new BuildLedger();

  public BuildWish(KafkaClients clients) {
    this.clients = clients;
  }

  /// Waits until the build is live.
  ///
  /// @throws IllegalStateException if it ended otherwise
  public BuildLedger.Entry live() throws InterruptedException {
    BuildLedger.Entry build = until(BuildLedger.Entry::isEnded);
    if (build.state() != BuildLedger.State.LIVE) {
      throw new IllegalStateException(
          "Build " + build.build() + " ended as " + build.state() + ": " + build.note());
    }
    return build;
  }

  /// Waits until the build is planned: its model is stored then.
  public BuildLedger.Entry planned() throws InterruptedException {
    return until(_ -> true);
  }

  private BuildLedger.Entry until(Predicate<BuildLedger.Entry> enough) throws InterruptedException {
    long position =
        TopicFollower.readAll(clients, Topics.SNAPSHOTS, SnapshotEvent.class).stream()
            .mapToLong(event -> event.offset() + 1)
            .max()
            .orElse(0);
    var request = new BuildRequest.Latest(UUID.randomUUID().toString(), false, true, position);
    try (var builds =
            new TopicFollower<>(clients, Topics.BUILDS, BuildEvent.class, (_, e) -> told(e));
        var requests = new TopicWriter(clients)) {
      builds.start();
      requests.write(
          Topics.BUILD_REQUESTS,
          request.id(),
          Json.MAPPER.writerFor(BuildRequest.class).writeValueAsBytes(request));
      return await(request.id(), enough);
    }
  }

  private BuildLedger.Entry await(String request, Predicate<BuildLedger.Entry> enough)
      throws InterruptedException {
    long left = LIMIT.toNanos();
    lock.lock();
    try {
      while (left > 0) {
        Optional<BuildLedger.Answer> answer = ledger.answer(request);
        if (answer.isPresent() && !answer.get().refusal().isEmpty()) {
          throw new IllegalStateException("No build: " + answer.get().refusal());
        }
        Optional<BuildLedger.Entry> build = answer.flatMap(a -> ledger.find(a.build()));
        if (build.filter(enough).isPresent()) {
          return build.get();
        }
        left -= TimeUnit.SECONDS.toNanos(1) - Math.max(0, heard.awaitNanos(1_000_000_000));
      }
      throw new IllegalStateException("No build within " + LIMIT);
    } finally {
      lock.unlock();
    }
  }

  private void told(BuildEvent event) {
    lock.lock();
    try {
      ledger.fold(event);
      heard.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
