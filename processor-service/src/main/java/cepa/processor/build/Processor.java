package cepa.processor.build;

import cepa.build.BuildEvent;
import cepa.build.BuildRequest;
import cepa.build.ShardResult;
import cepa.error.RetriableException;
import cepa.processor.kafka.KafkaBuildLog;
import cepa.topic.SnapshotEvent;
import cepa.topic.SourceStatus;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.TopicFollower;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The processor at work: followers fill a mailbox, one thread empties it into the conductor and
/// lets it take the steps that are due. What fails is tried again, ever more slowly, and makes it
/// unhealthy; only another processor that took over ends it.
public final class Processor implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Processor.class);
  private static final Duration TICK = Duration.ofMillis(200);
  private static final Duration COLLECT_EVERY = Duration.ofHours(1);
  private static final Duration CATCH_UP = Duration.ofMinutes(2);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final KafkaClients clients;
  private final Setup setup;
  private final KafkaBuildLog buildLog;
  private final Conductor conductor;
  private final InstantSource clock;
  private final BlockingQueue<Signal> mailbox = new LinkedBlockingQueue<>();
  private final List<TopicFollower<?>> followers = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("conductor").unstarted(this::run);
  private volatile boolean closed;
  private volatile boolean ready;
  private volatile @Nullable String trouble;
  private Instant lastCollection;

  /// What a processor is made of.
  ///
  /// @param prepare makes sure that topics and share group exist
  /// @param collector clears away what no build needs
  record Setup(Runnable prepare, GarbageCollector collector) {}

  Processor(
      KafkaClients clients,
      KafkaBuildLog buildLog,
      Conductor conductor,
      Setup setup,
      InstantSource clock) {
    this.clients = clients;
    this.buildLog = buildLog;
    this.conductor = conductor;
    this.setup = setup;
    this.clock = clock;
    this.lastCollection = clock.instant();
  }

  public void start() {
    thread.start();
  }

  /// What keeps it from working; null if nothing does.
  public @Nullable String trouble() {
    return trouble;
  }

  /// Whether it has read everything there was and conducts builds.
  public boolean isReady() {
    return ready;
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (!closed) {
      try {
        if (!ready) {
          prepare();
          ready = true;
        }
        work();
        trouble = null;
        pause = FIRST_PAUSE;
      } catch (RetriableException e) {
        trouble = e.getMessage();
        log.warn("The processor waits {} s: {}", pause.toSeconds(), e.getMessage());
        pause = longer(pause);
      } catch (FencedException e) {
        trouble = e.getMessage();
        log.error("The processor ends: {}", e.getMessage());
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        // Wrong settings or a defect: someone must act, and until then the service says so and
        // stays.
        trouble = String.valueOf(e.getMessage());
        log.error("The processor waits {} s, a step of it failed", pause.toSeconds(), e);
        pause = longer(pause);
      }
    }
  }

  private Duration longer(Duration pause) {
    pause(pause);
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private void prepare() throws InterruptedException {
    setup.prepare().run();
    buildLog.open();
    if (followers.isEmpty()) {
      follow(Topics.SNAPSHOTS, SnapshotEvent.class, Signal.Snapshot::new);
      follow(Topics.SOURCE_STATUS, SourceStatus.class, (_, status) -> new Signal.Status(status));
      follow(Topics.BUILDS, BuildEvent.class, (_, event) -> new Signal.Told(event));
      follow(Topics.RENDER_RESULTS, ShardResult.class, (_, r) -> new Signal.Reported(r));
      follow(Topics.BUILD_REQUESTS, BuildRequest.class, (_, r) -> new Signal.Requested(r));
    }
    for (TopicFollower<?> follower : followers) {
      if (!follower.awaitCaughtUp(CATCH_UP)) {
        throw new RetriableException(
            "The broker is too slow to read the topics to their end", null);
      }
    }
    drain();
    conductor.resume();
  }

  private <T> void follow(String topic, Class<T> type, ToSignal<T> signal) {
    followers.add(
        new TopicFollower<>(
                clients, topic, type, (offset, value) -> mailbox.add(signal.of(offset, value)))
            .start());
  }

  private void work() throws InterruptedException {
    Signal signal = mailbox.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
    if (signal != null) {
      hear(signal);
      drain();
    }
    conductor.advance();
    if (clock.instant().isAfter(lastCollection.plus(COLLECT_EVERY))) {
      lastCollection = clock.instant();
      collect();
    }
  }

  private void drain() {
    List<Signal> signals = new ArrayList<>();
    mailbox.drainTo(signals);
    signals.forEach(this::hear);
  }

  private void hear(Signal signal) {
    try {
      conductor.hear(signal);
    } catch (RuntimeException e) {
      // A record that is JSON but makes no sense: the ones behind it must still be heard.
      log.error("Passed over a record that makes no sense: {}", signal.getClass(), e);
    }
  }

  private void collect() {
    try {
      List<String> deleted = setup.collector().collect(clock.instant(), conductor.unfinished());
      if (!deleted.isEmpty()) {
        log.info("{} objects that no build needs were deleted", deleted.size());
      }
    } catch (RuntimeException e) {
      // Clearing away is never urgent: whatever kept it from working, builds go on.
      log.warn("Nothing was cleared away this time: {}", e.toString());
    }
  }

  private void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    followers.forEach(TopicFollower::close);
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    buildLog.close();
  }

  /// Makes a signal of a record.
  @FunctionalInterface
  private interface ToSignal<T> {
    Signal of(long offset, T value);
  }
}
