package cepa.standalone.command;

import cepa.build.BuildEvent;
import cepa.build.BuildLedger;
import cepa.build.BuildRequest;
import cepa.build.ShardResult;
import cepa.json.Json;
import cepa.standalone.CommandFailure;
import cepa.standalone.ExitCode;
import cepa.topic.SnapshotEvent;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.TopicFollower;
import cepa.topic.kafka.TopicWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Asks the processor for a build and follows it to its end.
final class Requests {

  private final KafkaClients clients;
  private final Progress progress;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition heard = lock.newCondition();
  private final BuildLedger ledger = new BuildLedger();
  private final Set<String> staged = new HashSet<>();

  Requests(KafkaClients clients, Progress progress) {
    this.clients = clients;
    this.progress = progress;
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  /// The position on `cepa.snapshots` after everything that has been published so far.
  static long heard(KafkaClients clients) {
    return TopicFollower.readAll(clients, Topics.SNAPSHOTS, SnapshotEvent.class).stream()
        .mapToLong(event -> event.offset() + 1)
        .max()
        .orElse(0);
  }

  /// Sends the request and waits until its build has ended.
  ///
  /// @throws CommandFailure if it was refused, failed, or took longer than `limit`
  BuildLedger.Entry build(BuildRequest request, Duration limit) throws InterruptedException {
    try (var builds =
            new TopicFollower<>(clients, Topics.BUILDS, BuildEvent.class, (_, e) -> told(e));
        var results =
            new TopicFollower<>(
                clients, Topics.RENDER_RESULTS, ShardResult.class, (_, r) -> reported(r));
        var requests = new TopicWriter(clients)) {
      builds.start();
      results.start();
      requests.write(
          Topics.BUILD_REQUESTS,
          request.id(),
          Json.MAPPER.writerFor(BuildRequest.class).writeValueAsBytes(request));
      return await(request.id(), limit);
    }
  }

  private BuildLedger.Entry await(String request, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    lock.lock();
    try {
      while (true) {
        Optional<BuildLedger.Answer> answer = ledger.answer(request);
        if (answer.isPresent() && !answer.get().refusal().isEmpty()) {
          throw new CommandFailure(ExitCode.NOTHING, answer.get().refusal());
        }
        Optional<BuildLedger.Entry> build = answer.flatMap(a -> ledger.find(a.build()));
        if (build.isPresent()) {
          show(build.get());
          if (build.get().isEnded()) {
            return build.get();
          }
        }
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          throw new CommandFailure(
              ExitCode.UNREACHABLE,
              "No build within "
                  + limit.toSeconds()
                  + " s; is a processor with renderers running on this broker?");
        }
        heard.awaitNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
      }
    } finally {
      lock.unlock();
    }
  }

  private void show(BuildLedger.Entry build) {
    String prefix = build.build() + "/";
    int done = (int) staged.stream().filter(s -> s.startsWith(prefix)).count();
    if (!build.isEnded() && done > 0) {
      progress.bar("rendering", done, build.plan().shards());
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

  private void reported(ShardResult result) {
    lock.lock();
    try {
      staged.add(result.build() + "/" + result.shard());
      heard.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
