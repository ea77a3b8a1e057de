package cepa.topic;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.topic.SnapshotLedger.Entry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotLedgerTest {

  private static final String DETAILS = "onionoo-details";
  private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  private final SnapshotLedger ledger = new SnapshotLedger();

  @Test
  void plausibleSnapshot_isUsedFromItsOwnPosition() {
    ledger.fold(4, published("a", 0));

    assertThat(used(4)).isEmpty();
    assertThat(used(5)).containsExactly("a");
    assertThat(ledger.newest(DETAILS, 5)).map(SnapshotManifest::id).contains("a");
    assertThat(ledger.end()).isEqualTo(5);
  }

  @Test
  void quarantinedSnapshot_isNotUsedUntilAccepted() {
    ledger.fold(0, published("a", 0));
    ledger.fold(1, quarantined("b", 1));
    assertThat(newest(SnapshotLedger.NOW)).isEqualTo("a");

    ledger.fold(7, accepted("b"));

    assertThat(newest(7)).isEqualTo("a");
    assertThat(newest(8)).isEqualTo("b");
    assertThat(entry("b").accepted()).isEqualTo(7);
    assertThat(entry("b").reason()).isEqualTo("by hand");
  }

  @Test
  void rejectedSnapshot_isNotUsedFromThereOn() {
    ledger.fold(0, published("a", 0));
    ledger.fold(1, published("b", 1));
    ledger.fold(5, rejected("b"));

    assertThat(newest(5)).isEqualTo("b");
    assertThat(newest(6)).isEqualTo("a");
    assertThat(entry("b").rejected()).isEqualTo(5);
    assertThat(entry("a").rejected()).isNull();
  }

  @Test
  void acceptedAgain_keepsWhatWasTrueBefore() {
    ledger.fold(1, published("a", 0));
    ledger.fold(5, rejected("a"));
    ledger.fold(9, accepted("a"));

    assertThat(used(1)).isEmpty();
    assertThat(used(3)).containsExactly("a");
    assertThat(used(7)).isEmpty();
    assertThat(used(10)).containsExactly("a");
  }

  @Test
  void acceptingWhatIsInUse_movesNothing() {
    ledger.fold(1, published("a", 0));
    ledger.fold(2, published("b", 1));
    ledger.fold(3, accepted("a"));

    assertThat(used(SnapshotLedger.NOW)).containsExactly("a", "b");
    assertThat(used(2)).containsExactly("a");
    assertThat(entry("a").accepted()).isEqualTo(1);
  }

  @Test
  void snapshotsComeIntoUseInTheOrderOfTheirDecisions() {
    ledger.fold(0, quarantined("a", 0));
    ledger.fold(1, published("b", 1));
    ledger.fold(2, accepted("a"));

    assertThat(used(SnapshotLedger.NOW)).containsExactly("b", "a");
    assertThat(newest(SnapshotLedger.NOW)).as("by upstream's own time").isEqualTo("b");
  }

  @Test
  void publishedAgain_takesTheNewRangesAndKeepsThePosition() {
    ledger.fold(0, published("a", 0));
    ledger.fold(1, published("b", 1));
    var again = manifest("a", 0, null, List.of(document(500)));
    ledger.fold(2, new SnapshotEvent.Published(again));

    assertThat(used(1)).containsExactly("a");
    assertThat(used(SnapshotLedger.NOW)).containsExactly("a", "b");
    assertThat(entry("a").manifest()).isEqualTo(again);
  }

  @Test
  void publishedAgain_staysRejected() {
    ledger.fold(0, published("a", 0));
    ledger.fold(1, rejected("a"));
    ledger.fold(2, published("a", 0));

    assertThat(used(SnapshotLedger.NOW)).isEmpty();
  }

  @Test
  void foldingTheLogTwice_changesNothing() {
    List<SnapshotEvent> log =
        List.of(
            published("a", 0),
            quarantined("b", 1),
            accepted("b"),
            rejected("a"),
            published("a", 0),
            accepted("a"),
            rejected("b"));
    foldAll(log);
    List<Entry> once = ledger.entries();

    foldAll(log);

    assertThat(ledger.entries()).isEqualTo(once);
    assertThat(ledger.end()).isEqualTo(log.size());
  }

  @Test
  void decisionAboutAnUnknownSnapshot_isPassedOver() {
    ledger.fold(0, accepted("gone"));

    assertThat(ledger.entries()).isEmpty();
  }

  @Test
  void asOf_isTheNewestPublishedThenAndAllThatCameBeforeTheNext() {
    ledger.fold(0, published("a", 0));
    ledger.fold(3, published("b", 60));
    ledger.fold(8, published("c", 120));

    assertThat(ledger.cutAsOf(DETAILS, NOON.minusSeconds(1))).isEmpty();
    assertThat(ledger.cutAsOf(DETAILS, NOON)).contains(3L);
    assertThat(ledger.cutAsOf(DETAILS, NOON.plusSeconds(59 * 60))).contains(3L);
    assertThat(ledger.cutAsOf(DETAILS, NOON.plusSeconds(60 * 60))).contains(8L);
    assertThat(ledger.cutAsOf(DETAILS, NOON.plusSeconds(999 * 60))).contains(SnapshotLedger.NOW);
  }

  @Test
  void asOf_looksAtOneSourceOnly() {
    ledger.fold(0, published("a", 0));
    ledger.fold(
        1,
        new SnapshotEvent.Published(
            new SnapshotManifest(
                "u",
                "onionoo-uptime",
                "http://localhost/uptime",
                NOON.plusSeconds(60),
                NOON,
                null,
                null,
                List.of(document(0)))));

    assertThat(ledger.cutAsOf(DETAILS, NOON)).contains(SnapshotLedger.NOW);
    assertThat(used(SnapshotLedger.NOW)).containsExactly("a");
  }

  private void foldAll(List<SnapshotEvent> log) {
    for (int i = 0; i < log.size(); i++) {
      ledger.fold(i, log.get(i));
    }
  }

  private List<String> used(long cut) {
    return ledger.accepted(DETAILS, cut).stream().map(e -> e.manifest().id()).toList();
  }

  private String newest(long cut) {
    return ledger.newest(DETAILS, cut).orElseThrow().id();
  }

  private Entry entry(String id) {
    return ledger.find(id).orElseThrow();
  }

  private static SnapshotEvent published(String id, int minutes) {
    return new SnapshotEvent.Published(manifest(id, minutes, null, List.of(document(0))));
  }

  private static SnapshotEvent quarantined(String id, int minutes) {
    return new SnapshotEvent.Published(
        manifest(id, minutes, "half the network is gone", List.of(document(0))));
  }

  private static SnapshotEvent accepted(String id) {
    return new SnapshotEvent.Accepted(DETAILS, id, "by hand", NOON);
  }

  private static SnapshotEvent rejected(String id) {
    return new SnapshotEvent.Rejected(DETAILS, id, "by hand", NOON);
  }

  private static SnapshotManifest manifest(
      String id, int minutes, @Nullable String quarantine, List<DocumentRef> documents) {
    return new SnapshotManifest(
        id,
        DETAILS,
        "http://localhost/details",
        NOON.plusSeconds(60L * minutes),
        NOON,
        null,
        quarantine,
        documents);
  }

  private static DocumentRef document(long from) {
    return new DocumentRef(
        "details",
        "00",
        10,
        1,
        java.util.Map.of(),
        List.of(new OffsetRange(0, from, from + 1, 1, "00")));
  }
}
