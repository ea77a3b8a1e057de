package cepa.fetcher;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The enabled sources and how to fetch them once. Safe for several threads.
public final class Fetchers implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Fetchers.class);

  /// How long attempts past their limit are waited for.
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final Map<String, SourceFetcher> bySource;
  private final FetchMetrics metrics;

  Fetchers(Collection<SourceFetcher> fetchers, FetchMetrics metrics) {
    this.bySource = new TreeMap<>();
    this.metrics = metrics;
    for (SourceFetcher fetcher : fetchers) {
      if (bySource.put(fetcher.feed().source(), fetcher) != null) {
        throw new IllegalStateException("Two feeds for source " + fetcher.feed().source());
      }
      metrics.register(fetcher);
    }
  }

  /// The enabled feeds: all, or those named by `sources`.
  ///
  /// @throws IllegalArgumentException if a named source has no feed
  static List<Feed> enabled(List<Feed> feeds, List<String> sources) {
    List<String> known = feeds.stream().map(Feed::source).sorted().toList();
    for (String source : sources) {
      if (!known.contains(source)) {
        throw new IllegalArgumentException(
            "cepa.fetcher.sources names '" + source + "'; there are " + known);
      }
    }
    return sources.isEmpty()
        ? List.copyOf(feeds)
        : feeds.stream().filter(f -> sources.contains(f.source())).toList();
  }

  /// Ids of the enabled sources.
  public List<String> sources() {
    return List.copyOf(bySource.keySet());
  }

  /// Fetches these sources at the same time, one attempt each (retries included).
  ///
  /// @param limit how long all of it may take; what is not finished by then has failed and gets a
  ///   few seconds more to say so on the log
  /// @return how each ended, by source in the given order
  /// @throws IllegalArgumentException if a source is not enabled
  public Map<String, FetchOutcome> fetchOnce(Collection<String> sources, Duration limit)
      throws InterruptedException {
    List<SourceFetcher> wanted = sources.stream().map(this::enabled).toList();
    Deadline deadline = Deadline.in(limit);
    Map<String, FetchOutcome> ended = new ConcurrentHashMap<>();
    List<Thread> threads =
        wanted.stream()
            .map(f ->
                Thread.ofVirtual()
                    .name("fetch-once-" + f.feed().source())
                    .start(() -> ended.put(f.feed().source(), attemptWithin(deadline, f))))
            .toList();
    try {
      join(threads, deadline);
    } finally {
      threads.forEach(Thread::interrupt);
    }
    // Not longer: what was interrupted may still be leaving a dead broker.
    join(threads, Deadline.in(LAST_WORDS));
    Map<String, FetchOutcome> outcomes = new LinkedHashMap<>();
    for (String source : sources) {
      FetchOutcome outcome = ended.get(source);
      outcomes.put(source, outcome == null ? deadline.missed() : outcome);
    }
    return outcomes;
  }

  private SourceFetcher enabled(String source) {
    SourceFetcher fetcher = bySource.get(source);
    if (fetcher == null) {
      throw new IllegalArgumentException(
          "Source '" + source + "' is not enabled; there are " + sources());
    }
    return fetcher;
  }

  private static void join(List<Thread> threads, Deadline deadline) throws InterruptedException {
    for (Thread thread : threads) {
      boolean _ = thread.join(deadline.left());
    }
  }

  /// An attempt and nothing but an outcome.
  private FetchOutcome attemptWithin(Deadline deadline, SourceFetcher fetcher) {
    try {
      return attempt(fetcher, SourceFetcher.NextAttempt.NEVER, deadline);
    } catch (InterruptedException e) {
      return deadline.missed();
    } catch (RuntimeException | Error e) {
      // The top of the thread: without this its end would look like a deadline.
      log.error("Fetching {} failed unexpectedly; this is a defect", fetcher.feed().source(), e);
      return new FetchOutcome.Failed(UpstreamText.shown(e.toString()), null);
    }
  }

  /// One attempt; an outcome even where another fetcher has taken over.
  FetchOutcome attempt(SourceFetcher fetcher, SourceFetcher.NextAttempt next)
      throws InterruptedException {
    return attempt(fetcher, next, Deadline.NONE);
  }

  private FetchOutcome attempt(
      SourceFetcher fetcher, SourceFetcher.NextAttempt next, Deadline deadline)
      throws InterruptedException {
    try {
      FetchResult result = fetcher.fetch(next, deadline);
      metrics.attempted(result);
      return result.outcome();
    } catch (FencedException e) {
      String message = e.getMessage();
      return new FetchOutcome.Failed(message == null ? "fenced" : message, null);
    }
  }

  Collection<SourceFetcher> all() {
    return List.copyOf(bySource.values());
  }

  /// How the last attempt at a source ended; null before the first one or if there is no such
  /// source.
  public @Nullable FetchResult last(String source) {
    SourceFetcher fetcher = bySource.get(source);
    return fetcher == null ? null : fetcher.last();
  }

  @Override
  public void close() {
    bySource.values().forEach(SourceFetcher::close);
  }
}
