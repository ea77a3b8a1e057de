package cepa.processor.model;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static cepa.processor.source.onionoodetails.TestRelay.aRelay;
import static cepa.processor.source.onionoodetails.TestRelay.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.model.NetworkTrend;
import cepa.processor.build.TestSnapshots;
import cepa.processor.history.HistoryStore;
import cepa.processor.source.onionoodetails.DetailsReader;
import cepa.store.directory.DirectoryStore;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryChainTest {

  @TempDir Path directory;
  private DirectoryStore objects;
  private HistoryStore store;
  private final TestSnapshots snapshots = new TestSnapshots();
  private final SnapshotLedger ledger = new SnapshotLedger();
  private long offset;

  @BeforeEach
  void open() {
    objects = new DirectoryStore(directory);
    store = new HistoryStore(objects);
    publish("s1", 0);
    publish("s2", 1);
    publish("s3", 2);
  }

  @AfterEach
  void close() {
    objects.close();
  }

  @Test
  void everyAcceptedSnapshotIsFolded_inLogOrder_andStored() {
    HistoryChain.Link link = chain().at(ledger, SnapshotLedger.NOW);

    assertThat(snapshots.loads()).containsExactly("s1", "s2", "s3");
    assertThat(link.snapshot()).isEqualTo("s3");
    assertThat(hours(link)).containsExactly(0, 1, 2);
    assertThat(store.load("s3", link.id())).contains(link.history());
    assertThat(store.find("s1")).hasSize(1);
  }

  @Test
  void newOne_startsFromTheNewestStored() {
    HistoryChain.Link before = chain().at(ledger, SnapshotLedger.NOW);
    publish("s4", 3);

    HistoryChain.Link link = chain().at(ledger, SnapshotLedger.NOW);

    assertThat(snapshots.loads()).containsExactly("s1", "s2", "s3", "s4");
    assertThat(link.id()).isEqualTo(HistoryStore.next(before.id(), "s4"));
    assertThat(hours(link)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void sameChain_readsNothingAgain_alsoAfterAReplay() {
    HistoryChain chain = chain();
    HistoryChain.Link now = chain.at(ledger, SnapshotLedger.NOW);
    HistoryChain.Link past = chain.at(ledger, 1);

    assertThat(past.snapshot()).isEqualTo("s1");
    assertThat(hours(past)).containsExactly(0);
    assertThat(chain.at(ledger, SnapshotLedger.NOW)).isEqualTo(now);
    assertThat(chain.at(ledger, SnapshotLedger.NOW)).isEqualTo(now);
    assertThat(snapshots.loads()).containsExactly("s1", "s2", "s3");
  }

  @Test
  void replayFromAnotherMachine_findsTheSameHistory() {
    HistoryChain.Link one = chain().at(ledger, 2);
    chain().at(ledger, SnapshotLedger.NOW);
    objects.list("histories/", object -> objects.delete(List.of(object.key())));

    assertThat(chain().at(ledger, 2)).isEqualTo(one);
  }

  @Test
  void snapshotThatExpired_isSkipped() {
    snapshots.expire("s2");
    assertThat(hours(chain().at(ledger, SnapshotLedger.NOW))).containsExactly(0, 2);
  }

  @Test
  void storedHistory_outlivesTheLog() {
    chain().at(ledger, SnapshotLedger.NOW);
    snapshots.expire("s1");
    snapshots.expire("s2");
    snapshots.expire("s3");
    publish("s4", 3);
    assertThat(hours(chain().at(ledger, SnapshotLedger.NOW))).containsExactly(0, 1, 2, 3);
  }

  @Test
  void damagedStoredHistory_isMadeAgain() {
    HistoryChain.Link link = chain().at(ledger, SnapshotLedger.NOW);
    objects.put(HistoryStore.key("s3", link.id()), new byte[] {1, 2, 3}, "application/gzip");

    assertThat(chain().at(ledger, SnapshotLedger.NOW)).isEqualTo(link);
  }

  @Test
  void snapshotRejectedLater_isNotInTheHistoryAnyMore() {
    HistoryChain chain = chain();
    HistoryChain.Link with = chain.at(ledger, SnapshotLedger.NOW);
    ledger.fold(offset++, new SnapshotEvent.Rejected(DetailsReader.SOURCE, "s2", "absurd", NOON));

    HistoryChain.Link without = chain.at(ledger, SnapshotLedger.NOW);

    assertThat(hours(without)).containsExactly(0, 2);
    assertThat(chain().at(ledger, SnapshotLedger.NOW)).isEqualTo(without);
    assertThat(chain().at(ledger, 3)).as("a replay of the time before").isEqualTo(with);
    publish("s4", 3);
    assertThat(hours(chain().at(ledger, SnapshotLedger.NOW))).containsExactly(0, 2, 3);
  }

  @Test
  void nothingAccepted_isAnError() {
    assertThatThrownBy(() -> chain().at(ledger, 0)).isInstanceOf(PermanentException.class);
  }

  private HistoryChain chain() {
    var reader = new DetailsReader();
    return new HistoryChain(store, manifest -> snapshots.load(reader, manifest));
  }

  private void publish(String id, int hours) {
    Instant published = NOON.plus(Duration.ofHours(hours));
    ledger.fold(
        offset++,
        new SnapshotEvent.Published(
            snapshots.add(
                DetailsReader.SOURCE, id, published, snapshot(id, published, aRelay("A")))));
  }

  private static List<Integer> hours(HistoryChain.Link link) {
    return link.history().trend().hourly().stream()
        .map(NetworkTrend.Point::at)
        .map(at -> (int) Duration.between(NOON, at).toHours())
        .toList();
  }
}
