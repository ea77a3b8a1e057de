package cepa.fetcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Fetches every source again and again, each on a thread of its own, so that a slow one never
/// delays another. The first attempt is made at once.
final class FetchSchedule implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(FetchSchedule.class);
  private static final Duration STOP = Duration.ofSeconds(10);

  /// Longest wait an upstream can impose.
  private static final Duration MAX_ASKED = Duration.ofHours(6);

  private final Fetchers fetchers;
  private final boolean enabled;
  private final RandomGenerator random;
  private final Pause pause;
  private final List<Thread> threads = new ArrayList<>();

  FetchSchedule(Fetchers fetchers, boolean enabled, RandomGenerator random, Pause pause) {
    this.fetchers = fetchers;
    this.enabled = enabled;
    this.random = random;
    this.pause = pause;
  }

  @Override
  public synchronized void start() {
    if (!threads.isEmpty()) {
      return;
    }
    for (SourceFetcher fetcher : fetchers.all()) {
      threads.add(
          Thread.ofVirtual().name("fetch-" + fetcher.feed().source()).start(() -> run(fetcher)));
    }
  }

  private void run(SourceFetcher fetcher) {
    Due due = new Due(fetcher.feed().settings());
    try {
      fetchers.attempt(fetcher, due);
      FencedException fenced = fetcher.fenced();
      while (fenced == null) {
        pause.pause(due.wait);
        fetchers.attempt(fetcher, due);
        fenced = fetcher.fenced();
      }
      log.error("Fetching {} has ended: {}", fetcher.feed().source(), fenced.getMessage());
    } catch (InterruptedException e) {
      log.debug("Fetching {} was stopped", fetcher.feed().source());
    } catch (RuntimeException | Error e) {
      // The top of the thread: without this its end would go unnoticed.
      fetcher.ended(e);
      log.error("Fetching {} has ended; restart this process", fetcher.feed().source(), e);
      if (e instanceof Error error) {
        throw error;
      }
    } finally {
      fetcher.close();
    }
  }

  @Override
  public synchronized void stop() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        if (!thread.join(STOP)) {
          log.warn("{} did not stop within {} s", thread.getName(), STOP.toSeconds());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !threads.isEmpty();
  }

  @Override
  public boolean isAutoStartup() {
    return enabled;
  }

  /// When a source is due next: after its cadence and up to a tenth more; after a failure sooner,
  /// but not sooner than upstream asked for.
  final class Due implements SourceFetcher.NextAttempt {
    private final FeedSettings settings;
    private Duration wait = Duration.ZERO;

    Due(FeedSettings settings) {
      this.settings = settings;
    }

    @Override
    public Duration after(FetchOutcome outcome, int failures) {
      Duration due = settings.cadence();
      if (outcome instanceof FetchOutcome.Failed failed) {
        int doublings = Math.min(failures - 1, 10);
        Duration sooner = settings.retryCadence().multipliedBy(1L << doublings);
        due = sooner.compareTo(due) < 0 ? sooner : due;
        Duration asked = failed.retryAfter();
        if (asked != null && asked.compareTo(due) > 0) {
          due = asked.compareTo(MAX_ASKED) < 0 ? asked : MAX_ASKED;
        }
      }
      wait = due.plusMillis(random.nextLong(due.toMillis() / 10 + 1));
      return wait;
    }
  }
}
