package cepa.fetcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The enabled sources and how to fetch them once. Safe for several threads.
public final class Fetchers implements AutoCloseable {

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
  /// @param limit how long all of it may take; what is not finished by then has failed
  /// @return how each ended, by source in the given order
  /// @throws IllegalArgumentException if a source is not enabled
  public Map<String, FetchOutcome> fetchOnce(Collection<String> sources, Duration limit)
      throws InterruptedException {
    List<Callable<FetchOutcome>> attempts = new ArrayList<>();
    for (String source : sources) {
      SourceFetcher fetcher = bySource.get(source);
      if (fetcher == null) {
        throw new IllegalArgumentException(
            "Source '" + source + "' is not enabled; there are " + sources());
      }
      attempts.add(() -> attempt(fetcher, SourceFetcher.NextAttempt.NEVER));
    }
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Future<FetchOutcome>> ended =
          threads.invokeAll(attempts, limit.toMillis(), TimeUnit.MILLISECONDS);
      Map<String, FetchOutcome> outcomes = new LinkedHashMap<>();
      int i = 0;
      for (String source : sources) {
        outcomes.put(source, outcome(ended.get(i++), limit));
      }
      return outcomes;
    } finally {
      // Not waited for: what was cancelled may still be leaving a dead broker.
      threads.shutdownNow();
    }
  }

  private static FetchOutcome outcome(Future<FetchOutcome> ended, Duration limit)
      throws InterruptedException {
    if (ended.isCancelled()) {
      return new FetchOutcome.Failed(
          "not finished within " + limit.toSeconds() + " s; is upstream slow today?", null);
    }
    try {
      return ended.get();
    } catch (ExecutionException e) {
      return new FetchOutcome.Failed(UpstreamText.shown(String.valueOf(e.getCause())), null);
    }
  }

  /// One attempt; an outcome even where another fetcher has taken over.
  FetchOutcome attempt(SourceFetcher fetcher, SourceFetcher.NextAttempt next)
      throws InterruptedException {
    try {
      FetchResult result = fetcher.fetch(next);
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
