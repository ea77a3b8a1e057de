package cepa.fetcher;

import static cepa.fetcher.OnionooDocuments.details;
import static cepa.fetcher.OnionooDocuments.fingerprint;
import static cepa.fetcher.OnionooDocuments.relay;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.topic.OffsetRange;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotManifest;
import cepa.topic.SnapshotManifest.Validators;
import cepa.topic.SourceStatus;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A source's snapshots on a real log.
@Tag("broker")
class PublishingIT extends OnARealLog {

  @Test
  void publishedSnapshot_isReadBackByteForByte() throws Exception {
    feed.serves(details(THREE, 500), "\"a\"");

    SnapshotManifest published = published(fetch());

    Map<String, String> expected = new HashMap<>();
    for (int i = 1; i <= 500; i++) {
      expected.put(fingerprint(i), relay(i, true));
    }
    assertThat(broker.manifests(feed.source())).containsExactly(published);
    assertThat(broker.records(published)).isEqualTo(expected);
    assertThat(published.id())
        .startsWith(feed.source() + "-20260822T150000Z-")
        .matches(".*-[0-9a-f]{8}");
    assertThat(published.records()).isEqualTo(500);
    assertThat(published.validators()).isEqualTo(new Validators("\"a\"", null));
    assertThat(published.documents().getFirst().envelope())
        .containsEntry("relays_running", "500")
        .containsEntry("published", "2026-08-22T15:00:00Z");
    assertThat(published.documents().getFirst().ranges())
        .extracting(OffsetRange::partition)
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void everyAttempt_isReported() throws Exception {
    feed.serves(details(THREE, 10), "\"a\"");

    fetch();
    fetch();

    List<SourceStatus> statuses = broker.statuses(feed.source());
    assertThat(statuses)
        .extracting(SourceStatus::outcome)
        .containsExactly(SourceStatus.Outcome.PUBLISHED, SourceStatus.Outcome.UNCHANGED);
    assertThat(statuses.getFirst().snapshot())
        .isEqualTo(broker.manifests(feed.source()).getFirst().id());
    assertThat(statuses.getFirst().httpStatus()).isEqualTo(200);
    assertThat(statuses.getFirst().bytes()).isPositive();
  }

  @Test
  void unchangedDocuments_makeNoSnapshot() throws Exception {
    feed.serves(details(THREE, 10));

    fetch();
    FetchOutcome again = fetch();

    assertThat(again).isInstanceOf(FetchOutcome.Unchanged.class);
    assertThat(broker.events(feed.source())).hasSize(1);
  }

  @Test
  void keptDocuments_keepTheirRanges() throws Exception {
    feed.serves(details(THREE, 100));
    SnapshotManifest first = published(fetch());
    feed.does(context -> {
      SnapshotManifest previous = java.util.Objects.requireNonNull(context.previous());
      SpoolFile file = context.spool().create();
      byte[] body = details(FOUR, 20).getBytes(StandardCharsets.UTF_8);
      try {
        file.write(body, 0, body.length);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return new Downloaded.Documents(
          List.of(
              new Downloaded.Obtained.Kept(previous.documents().getFirst()),
              new Downloaded.Obtained.Loaded(file.finish("more"))),
          null);
    });

    SnapshotManifest second = published(fetch());

    assertThat(second.records()).isEqualTo(120);
    assertThat(second.published()).isEqualTo("2026-08-22T16:00:00Z");
    assertThat(second.documents().getFirst()).isEqualTo(first.documents().getFirst());
  }

  @Test
  void absurdSnapshot_goesToQuarantineAndStaysTold() throws Exception {
    feed.serves(details(THREE, 100), "\"a\"");
    SnapshotManifest good = published(fetch());
    feed.serves(details(FOUR, 10), "\"b\"");

    FetchOutcome absurd = fetch();
    FetchOutcome again = fetch();

    SnapshotManifest bad = broker.manifests(feed.source()).getLast();
    assertThat(bad.quarantine()).contains("10 relays, fewer than half of 100");
    assertThat(absurd)
        .isEqualTo(new FetchOutcome.Quarantined(bad, String.valueOf(bad.quarantine())));
    assertThat(again).isEqualTo(new FetchOutcome.Unchanged(bad, bad.quarantine()));
    assertThat(fetcher.current()).isEqualTo(good);
    assertThat(broker.statuses(feed.source()))
        .extracting(SourceStatus::outcome)
        .containsExactly(
            SourceStatus.Outcome.PUBLISHED,
            SourceStatus.Outcome.QUARANTINED,
            SourceStatus.Outcome.QUARANTINED);
  }

  @Test
  void acceptAbsurd_publishesItAccepted() throws Exception {
    feed.serves(details(THREE, 100));
    fetch();
    fetcher.close();
    fetcher = fetcher(feed, true);
    feed.serves(details(FOUR, 10));

    SnapshotManifest published = published(fetch());

    assertThat(published.quarantine()).isNull();
    assertThat(fetcher.current()).isEqualTo(published);
  }

  @Test
  void acceptAbsurd_acceptsWhatWaits() throws Exception {
    feed.serves(details(THREE, 100), "\"a\"");
    fetch();
    feed.serves(details(FOUR, 10), "\"b\"");
    fetch();
    SnapshotManifest waiting = broker.manifests(feed.source()).getLast();
    fetcher.close();
    fetcher = fetcher(feed, true);

    FetchOutcome outcome = fetch();

    assertThat(outcome).isEqualTo(new FetchOutcome.Published(waiting));
    assertThat(broker.events(feed.source()).getLast())
        .isInstanceOfSatisfying(
            SnapshotEvent.Accepted.class, e -> assertThat(e.snapshot()).isEqualTo(waiting.id()));
    assertThat(fetch()).isEqualTo(new FetchOutcome.Unchanged(waiting, null));
  }
}
