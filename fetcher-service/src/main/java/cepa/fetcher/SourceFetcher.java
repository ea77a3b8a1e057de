package cepa.fetcher;

import cepa.error.CepaException;
import cepa.error.PermanentException;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import cepa.topic.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Fetches one source, attempt after attempt. What it must know between attempts it reads from the
/// log; what it remembers besides only saves transfers. Attempts of one source run one at a time.
final class SourceFetcher implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SourceFetcher.class);

  /// That many snapshots in quarantine that fit each other are probably the truth.
  private static final int ALARMING = 3;

  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final Feed feed;
  private final SourceLog sourceLog;
  private final Options options;
  private final Supplier<Spool> spools;
  private final InstantSource clock;
  private final String endpoint;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  /// What upstream served at the last attempt, with the validators it gave then.
  private @Nullable SnapshotManifest served;

  private volatile @Nullable FetchResult last;
  private volatile @Nullable SnapshotManifest current;
  private volatile int alike;
  private volatile @Nullable FencedException fenced;
  private volatile @Nullable Throwable end;

  SourceFetcher(
      Feed feed,
      SourceLog sourceLog,
      Options options,
      Supplier<Spool> spools,
      InstantSource clock) {
    this.feed = feed;
    this.sourceLog = sourceLog;
    this.options = options;
    this.spools = spools;
    this.clock = clock;
    this.endpoint = feed.settings().endpoint().toString();
  }

  Feed feed() {
    return feed;
  }

  /// The last attempt; null before the first.
  @Nullable FetchResult last() {
    return last;
  }

  /// The snapshot the site uses, as of the last attempt; null if there is none.
  @Nullable SnapshotManifest current() {
    return current;
  }

  /// How many of the newest snapshots wait in quarantine and are plausible among each other.
  int alikeInQuarantine() {
    return alike;
  }

  /// Why this source is no longer fetched here; null if it is.
  @Nullable FencedException fenced() {
    return fenced;
  }

  /// What ended the thread that fetches this source; null if it runs or never ran.
  @Nullable Throwable end() {
    return end;
  }

  void ended(Throwable cause) {
    end = cause;
  }

  /// Makes one attempt and reports it.
  ///
  /// @param next when the next attempt is due, by outcome and failures in a row; null for none
  /// @return how it ended; whatever went wrong with upstream or the broker is an outcome
  /// @throws FencedException if another fetcher has taken over: no further attempt makes sense
  FetchResult fetch(NextAttempt next) throws InterruptedException {
    return fetch(next, Deadline.NONE);
  }

  /// As [#fetch(NextAttempt)]; an attempt that is interrupted because its deadline is past has
  /// failed, and says so.
  FetchResult fetch(NextAttempt next, Deadline deadline) throws InterruptedException {
    oneAtATime.lockInterruptibly();
    try {
      if (fenced != null) {
        // To connect again would take the source back, and the other fetcher would stop.
        throw fenced;
      }
      return fetchAlone(next, deadline);
    } finally {
      oneAtATime.unlock();
    }
  }

  private FetchResult fetchAlone(NextAttempt next, Deadline deadline) throws InterruptedException {
    Instant began = clock.instant();
    AttemptMeter meter = new AttemptMeter();
    MDC.put("source", feed.source());
    try {
      SourceState state = null;
      FetchOutcome outcome;
      try {
        state = sourceLog.refresh();
        current = state.current();
        outcome = attempted(state, meter);
        keepAlive(state, outcome);
      } catch (FencedException e) {
        fenced = e;
        throw e;
      } catch (CepaException e) {
        outcome = failed(e);
      } catch (InterruptedException e) {
        if (!deadline.isPast()) {
          throw e;
        }
        outcome = deadline.missed();
      }
      if (outcome instanceof FetchOutcome.Failed && deadline.isPast()) {
        // However the interrupt showed; it must not keep the status from being written.
        boolean _ = Thread.interrupted();
        outcome = deadline.missed();
      }
      FetchResult result = new FetchResult(outcome, status(outcome, state, began, meter, next));
      last = result;
      tell(result);
      if (state != null) {
        // Where the log could not be read it cannot be written either.
        report(result.status());
      }
      return result;
    } finally {
      MDC.remove("source");
    }
  }

  /// An attempt and nothing but an outcome, unless another fetcher has taken over.
  private FetchOutcome attempted(SourceState state, AttemptMeter meter)
      throws InterruptedException {
    try {
      return attempt(state, meter);
    } catch (FencedException e) {
      throw e;
    } catch (CepaException e) {
      return failed(e);
    } catch (RuntimeException e) {
      // The top of a worker: a defect in one source must not end it, let alone the others.
      log.error("Fetching {} failed unexpectedly; this is a defect", feed.source(), e);
      return new FetchOutcome.Failed("unexpected: " + UpstreamText.shown(e.toString()), null);
    }
  }

  private FetchOutcome attempt(SourceState state, AttemptMeter meter) throws InterruptedException {
    SnapshotManifest previous = previous(state);
    try (Spool spool = spools.get()) {
      Downloaded downloaded = feed.download().download(new DownloadContext(previous, spool, meter));
      return switch (downloaded) {
        case Downloaded.NotModified _ -> {
          if (previous == null) {
            throw new PermanentException(
                endpoint + " was reported unchanged although nothing of it is on the log");
          }
          yield unchanged(previous, state);
        }
        case Downloaded.Documents documents -> arrived(documents, state);
      };
    }
  }

  /// What a conditional request may refer to: served last, from this endpoint, whole on the log.
  private @Nullable SnapshotManifest previous(SourceState state) throws InterruptedException {
    SnapshotManifest candidate = served != null ? served : state.newest(endpoint);
    return candidate != null && sourceLog.holds(candidate) ? candidate : null;
  }

  private FetchOutcome arrived(Downloaded.Documents documents, SourceState state)
      throws InterruptedException {
    List<SnapshotManifest> known = new ArrayList<>();
    for (SnapshotManifest snapshot : state.latest(endpoint)) {
      if (sourceLog.holds(snapshot)) {
        known.add(snapshot);
      }
    }
    SnapshotDraft draft = SnapshotDraft.of(feed, documents, clock.instant(), known);
    for (SnapshotManifest snapshot : known) {
      if (draft.equalsDocumentsOf(snapshot)) {
        // The bytes are known, the validators may be new.
        served = draft.withValidatorsOf(snapshot);
        return unchanged(snapshot, state);
      }
    }
    SnapshotManifest accepted = state.accepted(endpoint);
    String objection = feed.plausibility().objection(draft.manifest(), accepted);
    if (objection != null && options.acceptAbsurd()) {
      log.warn("Accepting an absurd snapshot because accept-absurd is set: {}", objection);
      objection = null;
    }
    SnapshotManifest published = sourceLog.publish(draft.manifest(objection), draft.fresh());
    served = published;
    if (objection != null) {
      countAlike(published, state);
      return new FetchOutcome.Quarantined(published, objection);
    }
    alike = 0;
    current = published;
    return new FetchOutcome.Published(published);
  }

  private FetchOutcome unchanged(SnapshotManifest snapshot, SourceState state)
      throws InterruptedException {
    String waiting = state.waitingFor(snapshot);
    if (waiting != null && options.acceptAbsurd()) {
      sourceLog.accept(snapshot, "accept-absurd is set", clock.instant());
      alike = 0;
      current = snapshot;
      return new FetchOutcome.Published(snapshot);
    }
    return new FetchOutcome.Unchanged(snapshot, waiting);
  }

  private void countAlike(SnapshotManifest newest, SourceState state) {
    int count = 1;
    SnapshotManifest newer = newest;
    for (SnapshotManifest older : state.waiting(endpoint)) {
      if (feed.plausibility().objection(newer, older) != null) {
        break;
      }
      newer = older;
      count++;
    }
    alike = count;
    if (count >= ALARMING) {
      log.error(
          "{} snapshots of {} wait in quarantine and fit each other: look at {} and accept or"
              + " reject it",
          count,
          feed.source(),
          newest.id());
    }
  }

  /// Publishes the snapshot in use again before retention takes it.
  private void keepAlive(SourceState state, FetchOutcome outcome) throws InterruptedException {
    SnapshotManifest used = state.current();
    if (used == null || outcome instanceof FetchOutcome.Published) {
      return;
    }
    Instant oldest = state.oldestRecord().get(used.id());
    Duration half = options.retention().dividedBy(2);
    if (oldest != null && !clock.instant().isBefore(oldest.plus(half)) && sourceLog.holds(used)) {
      sourceLog.republish(used);
      log.info(
          "Published {} again: it is still in use and half its time on the log is over", used.id());
    }
  }

  private FetchOutcome.Failed failed(CepaException e) {
    Duration wait = e instanceof BusyUpstreamException busy ? busy.retryAfter() : null;
    String message = e.getMessage();
    return new FetchOutcome.Failed(message == null ? e.toString() : message, wait);
  }

  private SourceStatus status(
      FetchOutcome outcome,
      @Nullable SourceState state,
      Instant began,
      AttemptMeter meter,
      NextAttempt next) {
    FetchResult lastResult = last;
    SourceStatus before =
        lastResult != null ? lastResult.status() : state == null ? null : state.status();
    Instant now = clock.instant();
    boolean well = !(outcome instanceof FetchOutcome.Failed);
    int failures = well ? 0 : (before == null ? 0 : before.consecutiveFailures()) + 1;
    SnapshotManifest newest = state == null ? null : state.newest(endpoint);
    newest = FetchOutcomes.snapshot(outcome, newest);
    Duration wait = next.after(outcome, failures);
    return new SourceStatus(
        feed.source(),
        FetchOutcomes.word(outcome),
        FetchOutcomes.reason(outcome),
        began,
        Duration.between(began, now).toMillis(),
        meter.requests(),
        meter.httpStatus(),
        meter.bytes(),
        well ? now : before == null ? null : before.lastSuccess(),
        failures,
        newest == null ? null : newest.id(),
        newest == null ? null : newest.published(),
        wait == null ? null : now.plus(wait));
  }

  private void report(SourceStatus status) throws InterruptedException {
    try {
      sourceLog.report(status);
    } catch (FencedException e) {
      fenced = e;
      throw e;
    } catch (CepaException e) {
      log.warn("The status of {} could not be written: {}", feed.source(), e.getMessage());
    }
  }

  private void tell(FetchResult result) {
    switch (result.outcome()) {
      case FetchOutcome.Published published -> {
        long bytes = published.snapshot().documents().stream().mapToLong(DocumentRef::bytes).sum();
        log.info(
            "Published {}: {} records, {} bytes, in {} ms",
            published.snapshot().id(),
            published.snapshot().records(),
            bytes,
            result.status().durationMillis());
      }
      case FetchOutcome.Quarantined quarantined ->
          log.warn(
              "Published {} in quarantine, because {}; accept or reject it",
              quarantined.snapshot().id(),
              quarantined.reason());
      case FetchOutcome.Unchanged unchanged ->
          log.debug("Unchanged: {}", unchanged.snapshot().id());
      case FetchOutcome.Failed failed ->
          log.warn(
              "Failed {} times in a row: {}",
              result.status().consecutiveFailures(),
              failed.reason());
    }
  }

  /// Ends the connection to the log once a running attempt has ended; one that does not end is left
  /// to the end of the process.
  @Override
  public void close() {
    boolean mine = false;
    try {
      mine = oneAtATime.tryLock(CLOSE.toMillis(), TimeUnit.MILLISECONDS);
      if (mine) {
        sourceLog.close();
      } else {
        log.warn("Fetching {} did not end within {} s", feed.source(), CLOSE.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (mine) {
        oneAtATime.unlock();
      }
    }
  }

  /// What holds for all sources.
  ///
  /// @param acceptAbsurd whether absurd snapshots are used at once
  /// @param retention how long the log keeps snapshots
  record Options(boolean acceptAbsurd, Duration retention) {}

  /// When the next attempt is due.
  @FunctionalInterface
  interface NextAttempt {
    NextAttempt NEVER = (_, _) -> null;

    @Nullable Duration after(FetchOutcome outcome, int failures);
  }
}
