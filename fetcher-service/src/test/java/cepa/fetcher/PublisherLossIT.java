package cepa.fetcher;

import static cepa.fetcher.OnionooDocuments.details;
import static cepa.fetcher.OnionooDocuments.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.fetcher.kafka.KafkaSourceLog;
import cepa.fetcher.onionoo.OnionooSplitter;
import cepa.topic.SnapshotManifest;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A fetcher that is replaced, dies or has no broker: what is on the log stays whole.
@Tag("broker")
class PublisherLossIT extends OnARealLog {

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
