package cepa.fetcher;

import static cepa.fetcher.OnionooDocuments.details;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.topic.SnapshotManifest;
import cepa.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Snapshots in use live on, whatever the log's retention.
@Tag("broker")
class RetentionIT extends OnARealLog {

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
}
