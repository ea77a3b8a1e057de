package cepa.fetcher;

import static cepa.fetcher.OnionooDocuments.details;
import static cepa.fetcher.OnionooDocuments.fingerprint;
import static cepa.fetcher.OnionooDocuments.relay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.fetcher.kafka.KafkaSourceLog;
import cepa.fetcher.onionoo.OnionooSplitter;
import cepa.topic.OffsetRange;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotManifest;
import cepa.topic.SnapshotManifest.Validators;
import cepa.topic.SourceStatus;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/// A source's snapshots on a real log.
@Tag("broker")
class PublishingIT {

  private static final String THREE = "2026-08-22 15:00:00";
  private static final String FOUR = "2026-08-22 16:00:00";

  private static Broker broker;

  @TempDir Path directory;

  private final HandClock clock = new HandClock("2026-08-22T15:05:00Z");
  private final List<SourceFetcher> opened = new ArrayList<>();
  private TestFeed feed;
  private SourceFetcher fetcher;

  @BeforeAll
  static void start() {
    broker = new Broker();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void open(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    feed = new TestFeed("test-" + Integer.toHexString(name.hashCode()));
    fetcher = fetcher(feed, false);
  }

  @AfterEach
  void close() {
    opened.forEach(SourceFetcher::close);
  }

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
  void restartedFetcher_takesItsStateFromTheLog() throws Exception {
    feed.serves(details(THREE, 10), "\"a\"");
    SnapshotManifest published = published(fetch());
    fetcher.close();
    fetcher = fetcher(feed, false);

    FetchOutcome again = fetch();

    assertThat(feed.previous().getLast()).isEqualTo(published);
    assertThat(again).isEqualTo(new FetchOutcome.Unchanged(published, null));
    assertThat(broker.statuses(feed.source()).getLast().consecutiveFailures()).isZero();
  }

  @Test
  void otherEndpoint_getsNoValidatorsAndNoComparison() throws Exception {
    feed.serves(details(FOUR, 100), "\"a\"");
    fetch();
    fetcher.close();
    feed = new TestFeed(feed.source(), "http://elsewhere.test/details");
    fetcher = fetcher(feed, false);
    feed.serves(details(THREE, 3), "\"a\"");

    FetchOutcome elsewhere = fetch();

    assertThat(feed.previous().getLast()).isNull();
    assertThat(elsewhere).isInstanceOf(FetchOutcome.Published.class);
  }

  @Test
  void secondFetcher_fencesTheFirst() throws Exception {
    feed.serves(details(THREE, 10));
    fetch();
    SourceFetcher second = fetcher(feed, false);
    second.fetch(SourceFetcher.NextAttempt.NEVER);
    feed.serves(details(FOUR, 10));

    assertThatThrownBy(this::fetch)
        .isInstanceOf(FencedException.class)
        .hasMessageContaining("has taken over source " + feed.source());
    assertThat(fetcher.fenced()).isNotNull();
    assertThat(broker.manifests(feed.source())).hasSize(1);

    assertThatThrownBy(this::fetch)
        .as("it does not take the source back")
        .isInstanceOf(FencedException.class);
    feed.serves(details(FOUR, 11));
    assertThat(second.fetch(SourceFetcher.NextAttempt.NEVER).outcome())
        .isInstanceOf(FetchOutcome.Published.class);
  }

  @Test
  void failureWhilePublishing_leavesNothingToSee() throws Exception {
    feed.serves(details(THREE, 200));
    SnapshotManifest first = published(fetch());
    feed.serves(details(FOUR, 200)).splits(document -> brokenAfter(100, document));

    FetchOutcome failed = fetch();

    assertThat(failed).isInstanceOf(FetchOutcome.Failed.class);
    assertThat(broker.manifests(feed.source())).containsExactly(first);
    assertThat(committed(feed.source())).isEqualTo(200);

    feed.splits(new OnionooSplitter());
    SnapshotManifest second = published(fetch());
    assertThat(broker.records(second)).hasSize(200);
    assertThat(broker.records(first)).hasSize(200);
  }

  @Test
  void killedFetcher_leavesNothingToSee() throws Exception {
    feed.serves(details(THREE, 200));
    SnapshotManifest first = published(fetch());
    fetcher.close();
    // What a process leaves that dies after the records and before the manifest.
    var killed =
        broker.clients().transactionalProducer(KafkaSourceLog.transactionalId(feed.source()));
    killed.initTransactions();
    killed.beginTransaction();
    for (int i = 1; i <= 100; i++) {
      var _ =
          killed.send(
              new ProducerRecord<>(
                  Topics.snapshot(feed.source()), fingerprint(i), new byte[] {'{', '}'}));
    }
    killed.flush();

    fetcher = fetcher(feed, false);
    feed.serves(details(FOUR, 200));
    SnapshotManifest second = published(fetch());

    assertThat(broker.manifests(feed.source())).containsExactly(first, second);
    assertThat(broker.records(second)).hasSize(200);
    assertThat(committed(feed.source())).isEqualTo(400);
    killed.close(Duration.ZERO);
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

  @Test
  void snapshotInUse_isPublishedAgainAtHalfRetention() throws Exception {
    feed.serves(details(THREE, 100), "\"a\"");
    SnapshotManifest first = published(fetch());
    clock.advance(Duration.between(clock.instant(), java.time.Instant.now()).plusDays(6));
    fetch();
    assertThat(broker.manifests(feed.source())).hasSize(1);
    clock.advance(Duration.ofDays(2));

    FetchOutcome outcome = fetch();

    List<SnapshotManifest> manifests = broker.manifests(feed.source());
    assertThat(outcome).isInstanceOf(FetchOutcome.Unchanged.class);
    assertThat(manifests).hasSize(2);
    SnapshotManifest again = manifests.getLast();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.fetched()).isEqualTo(first.fetched());
    assertThat(again.documents().getFirst().ranges())
        .isNotEqualTo(first.documents().getFirst().ranges());
    assertThat(broker.records(again)).isEqualTo(broker.records(first));
  }

  @Test
  void snapshotInUse_livesOnWhileUpstreamIsDead() throws Exception {
    feed.serves(details(THREE, 100));
    fetch();
    clock.advance(Duration.between(clock.instant(), java.time.Instant.now()).plusDays(8));
    feed.does(_ -> {
      throw new cepa.error.RetriableException("upstream is dead", null);
    });

    FetchOutcome outcome = fetch();

    assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
    assertThat(broker.manifests(feed.source())).hasSize(2);
  }

  @Test
  void expiredRecords_areNotReferredTo() throws Exception {
    feed.serves(details(THREE, 100), "\"a\"");
    SnapshotManifest first = published(fetch());
    try (var admin = broker.clients().admin()) {
      admin
          .deleteRecords(
              Map.of(
                  new TopicPartition(Topics.snapshot(feed.source()), 0),
                  org.apache.kafka.clients.admin.RecordsToDelete.beforeOffset(-1)))
          .all()
          .get();
    }

    SnapshotManifest again = published(fetch());

    assertThat(feed.previous().getLast()).isNull();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(broker.records(again)).hasSize(100);
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
  void deadBroker_isAFailureAndNothingElse() throws Exception {
    KafkaSettings nowhere =
        new KafkaSettings(
            "127.0.0.1:1",
            (short) 1,
            Duration.ofDays(14),
            -1,
            Duration.ofMillis(500),
            Map.of("default.api.timeout.ms", "500"));
    var unlucky = fetcher(feed, false, new KafkaClients(nowhere, "test"));

    FetchResult result = unlucky.fetch(SourceFetcher.NextAttempt.NEVER);

    assertThat(result.outcome())
        .isInstanceOfSatisfying(
            FetchOutcome.Failed.class, f -> assertThat(f.reason()).contains("127.0.0.1:1"));
    assertThat(result.status().consecutiveFailures()).isEqualTo(1);
  }

  private FetchOutcome fetch() throws InterruptedException {
    return fetcher.fetch(SourceFetcher.NextAttempt.NEVER).outcome();
  }

  private static SnapshotManifest published(FetchOutcome outcome) {
    assertThat(outcome).isInstanceOf(FetchOutcome.Published.class);
    return ((FetchOutcome.Published) outcome).snapshot();
  }

  private SourceFetcher fetcher(TestFeed of, boolean acceptAbsurd) {
    return fetcher(of, acceptAbsurd, broker.clients());
  }

  private SourceFetcher fetcher(TestFeed of, boolean acceptAbsurd, KafkaClients clients) {
    var made =
        new SourceFetcher(
            of,
            new KafkaSourceLog(clients, of.source()),
            new SourceFetcher.Options(acceptAbsurd, Duration.ofDays(14)),
            () -> new Spool(directory),
            clock);
    opened.add(made);
    return made;
  }

  /// Splits as ever, but claims a slice that is not there.
  private static SplitDocument brokenAfter(int entities, SpooledDocument document) {
    SplitDocument whole = new OnionooSplitter().split(document);
    Entities broken = new Entities();
    for (int i = 0; i < entities; i++) {
      broken.add(whole.entities().key(i), whole.entities().offset(i), whole.entities().length(i));
    }
    broken.add(fingerprint(7777), document.bytes(), 100);
    return new SplitDocument(document, whole.published(), whole.envelope(), broken);
  }

  /// Records of a source that a reader of committed ones sees, whatever manifests say.
  private static int committed(String source) {
    int count = 0;
    try (var consumer = broker.clients().consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.snapshot(source)).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        count += consumer.poll(Duration.ofMillis(200)).count();
      }
    }
    return count;
  }
}
