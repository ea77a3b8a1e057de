package cepa.fetcher;

import static cepa.fetcher.OnionooDocuments.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotManifest;
import cepa.topic.SourceStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFetcherTest {

  private static final String THREE = "2026-08-22 15:00:00";
  private static final String FOUR = "2026-08-22 16:00:00";

  @TempDir Path directory;

  private final HandClock clock = new HandClock("2026-08-22T15:05:00Z");
  private final TestFeed feed = new TestFeed("test");
  private final MemoryLog log = new MemoryLog("test");
  private final SourceFetcher fetcher = restarted();

  @AfterEach
  void spoolIsEmpty() throws IOException {
    try (var left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void firstDocument_isPublished() throws Exception {
    feed.serves(details(THREE, 10));

    FetchResult result = fetch();

    assertThat(result.outcome()).isInstanceOf(FetchOutcome.Published.class);
    assertThat(fetcher.current()).isEqualTo(log.manifests().getFirst());
    SourceStatus status = log.statuses().getFirst();
    assertThat(status.outcome()).isEqualTo(SourceStatus.Outcome.PUBLISHED);
    assertThat(status.reason()).isNull();
    assertThat(status.lastSuccess()).isEqualTo(clock.instant());
    assertThat(status.published()).isEqualTo("2026-08-22T15:00:00Z");
    assertThat(status.nextAttempt()).isNull();
  }

  @Test
  void firstDocumentWithoutRelays_goesToQuarantine() throws Exception {
    feed.serves(details(THREE, 0));

    assertThat(fetch().outcome())
        .isInstanceOfSatisfying(
            FetchOutcome.Quarantined.class,
            q -> assertThat(q.reason()).isEqualTo("it has no relays"));
    assertThat(fetcher.current()).isNull();
  }

  @Test
  void notModified_isTheStoredSnapshot() throws Exception {
    feed.serves(details(THREE, 10), "\"a\"");
    fetch();

    FetchResult result = fetch();

    assertThat(result.outcome())
        .isEqualTo(new FetchOutcome.Unchanged(log.manifests().getFirst(), null));
    assertThat(log.manifests()).hasSize(1);
    assertThat(result.status().snapshot()).isEqualTo(log.manifests().getFirst().id());
  }

  @Test
  void notModifiedOfNothing_isAFailure() throws Exception {
    assertThat(fetch().outcome())
        .isInstanceOfSatisfying(
            FetchOutcome.Failed.class,
            f -> assertThat(f.reason()).contains("nothing of it is on the log"));
  }

  @Test
  void lostRecords_areNotReferredToAndWrittenAnew() throws Exception {
    feed.serves(details(THREE, 10), "\"a\"");
    fetch();
    log.losesRecords();

    FetchResult result = fetch();

    assertThat(feed.previous().getLast()).isNull();
    assertThat(result.outcome()).isInstanceOf(FetchOutcome.Published.class);
    assertThat(log.manifests()).hasSize(2);
    assertThat(log.manifests().get(1).id()).isEqualTo(log.manifests().get(0).id());
  }

  @Test
  void sameBytesWithNewValidators_sendTheNewOnesNext() throws Exception {
    feed.serves(details(THREE, 10), "\"a\"");
    fetch();
    feed.serves(details(THREE, 10), "\"b\"");
    assertThat(fetch().outcome()).isInstanceOf(FetchOutcome.Unchanged.class);

    fetch();

    SnapshotManifest previous = feed.previous().getLast();
    assertThat(previous).isNotNull();
    assertThat(previous.validators()).isEqualTo(new SnapshotManifest.Validators("\"b\"", null));
    assertThat(log.manifests()).hasSize(1);
  }

  @Test
  void unchangedBytes_areNotSplitAgain() throws Exception {
    feed.serves(details(THREE, 10));
    fetch();
    feed.splits(_ -> {
      throw new AssertionError("split again");
    });

    assertThat(fetch().outcome()).isInstanceOf(FetchOutcome.Unchanged.class);
  }

  @Test
  void deadUpstream_keepsTheSnapshotInUse() throws Exception {
    feed.serves(details(THREE, 10), "\"a\"");
    fetch();
    Instant success = clock.instant();
    clock.advance(Duration.ofHours(1));
    upstreamFails(new RetriableException("GET was answered with status 500", null));

    fetch();
    FetchResult second = fetch();

    assertThat(second.outcome())
        .isEqualTo(new FetchOutcome.Failed("GET was answered with status 500", null));
    assertThat(fetcher.current()).isEqualTo(log.manifests().getFirst());
    assertThat(second.status().consecutiveFailures()).isEqualTo(2);
    assertThat(second.status().lastSuccess()).isEqualTo(success);
    assertThat(second.status().snapshot()).isEqualTo(log.manifests().getFirst().id());
    assertThat(second.status().published()).isEqualTo("2026-08-22T15:00:00Z");
  }

  @Test
  void failures_areCountedAcrossRestarts() throws Exception {
    upstreamFails(new RetriableException("dead", null));
    fetch();
    fetch();

    FetchResult third = restarted().fetch(SourceFetcher.NextAttempt.NEVER);

    assertThat(third.status().consecutiveFailures()).isEqualTo(3);
    assertThat(third.status().lastSuccess()).isNull();
  }

  @Test
  void truncatedDocument_publishesNothing() throws Exception {
    String whole = details(THREE, 10);
    feed.serves(whole.substring(0, whole.length() - 30));

    assertThat(fetch().outcome())
        .isInstanceOfSatisfying(
            FetchOutcome.Failed.class,
            f -> assertThat(f.reason()).contains("Document details cannot be read at byte"));
    assertThat(log.events()).isEmpty();
  }

  @Test
  void defectInAFeed_isAFailureOfThisSource() throws Exception {
    feed.serves(details(THREE, 10))
        .splits(_ -> {
          throw new IllegalStateException("a defect");
        });

    assertThat(fetch().outcome())
        .isInstanceOfSatisfying(
            FetchOutcome.Failed.class, f -> assertThat(f.reason()).contains("a defect"));
    assertThat(log.statuses()).hasSize(1);
  }

  @Test
  void deadBroker_isAFailureAndIsRecoveredFrom() throws Exception {
    feed.serves(details(THREE, 10));
    log.inTrouble(new RetriableException("the broker is dead", null));
    assertThat(fetch().outcome()).isEqualTo(new FetchOutcome.Failed("the broker is dead", null));
    assertThat(feed.previous()).as("upstream is not asked in vain").isEmpty();
    log.inTrouble(null);

    assertThat(fetch().outcome()).isInstanceOf(FetchOutcome.Published.class);
  }

  @Test
  void takenOver_isTheEnd() {
    log.inTrouble(new FencedException("test", new IllegalStateException()));

    assertThatThrownBy(this::fetch).isInstanceOf(FencedException.class);
    assertThat(fetcher.fenced()).isNotNull();
  }

  @Test
  void upstreamThatGoesBack_makesNoSnapshot() throws Exception {
    feed.serves(details(THREE, 10));
    fetch();
    feed.serves(details(FOUR, 2));
    fetch();
    feed.serves(details(THREE, 10));

    assertThat(fetch().outcome())
        .isEqualTo(new FetchOutcome.Unchanged(log.manifests().getFirst(), null));
    assertThat(log.events()).hasSize(2);
  }

  @Test
  void absurdSnapshots_areComparedWithTheOneInUse() throws Exception {
    feed.serves(details(THREE, 10));
    fetch();
    feed.serves(details(FOUR, 2));
    fetch();
    feed.serves(details("2026-08-22 17:00:00", 3));

    assertThat(fetch().outcome())
        .isInstanceOfSatisfying(
            FetchOutcome.Quarantined.class,
            q -> assertThat(q.reason()).isEqualTo("it has 3 relays, fewer than half of 10"));
  }

  @Test
  void threeAlikeInQuarantine_areAlarming() throws Exception {
    feed.serves(details(THREE, 100));
    fetch();
    for (int hour = 16; hour <= 18; hour++) {
      feed.serves(details("2026-08-22 " + hour + ":00:00", 10));
      fetch();
      assertThat(fetcher.alikeInQuarantine()).isEqualTo(hour - 15);
    }

    feed.serves(details("2026-08-22 19:00:00", 1));
    fetch();
    assertThat(fetcher.alikeInQuarantine()).as("one that fits none").isEqualTo(1);
    feed.serves(details("2026-08-22 20:00:00", 100));
    fetch();
    assertThat(fetcher.alikeInQuarantine()).as("back to normal").isZero();
  }

  @Test
  void acceptedByHand_isTheNewMeasure() throws Exception {
    feed.serves(details(THREE, 100));
    fetch();
    feed.serves(details(FOUR, 10));
    fetch();
    String id = log.manifests().getLast().id();
    log.decides(new SnapshotEvent.Accepted("test", id, "looked at it", clock.instant()));
    feed.serves(details("2026-08-22 17:00:00", 11));

    assertThat(fetch().outcome()).isInstanceOf(FetchOutcome.Published.class);
  }

  @Test
  void rejectedByHand_isNoMeasureAndDoesNotWait() throws Exception {
    feed.serves(details(THREE, 100), "\"a\"");
    fetch();
    feed.serves(details(FOUR, 10), "\"b\"");
    fetch();
    SnapshotManifest rejected = log.manifests().getLast();
    log.decides(new SnapshotEvent.Rejected("test", rejected.id(), "looked at it", clock.instant()));

    FetchResult result = fetch();

    assertThat(result.outcome()).isEqualTo(new FetchOutcome.Unchanged(rejected, null));
    assertThat(fetcher.current()).isEqualTo(log.manifests().getFirst());
  }

  @Test
  void refusal_saysWhatUpstreamSaid() throws Exception {
    upstreamFails(new PermanentException("GET x was answered with status 404; is the URL right?"));

    assertThat(fetch().status().reason()).contains("status 404");
  }

  @Test
  void busyUpstream_saysHowLong() throws Exception {
    upstreamFails(new BusyUpstreamException("busy", Duration.ofHours(1)));

    assertThat(fetch().outcome()).isEqualTo(new FetchOutcome.Failed("busy", Duration.ofHours(1)));
  }

  private void upstreamFails(RuntimeException with) {
    feed.does(_ -> {
      throw with;
    });
  }

  private FetchResult fetch() throws InterruptedException {
    return fetcher.fetch(SourceFetcher.NextAttempt.NEVER);
  }

  private SourceFetcher restarted() {
    return new SourceFetcher(
        feed,
        log,
        new SourceFetcher.Options(false, Duration.ofDays(14)),
        () -> new Spool(directory),
        clock);
  }
}
