package cepa.fetcher.collector;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.fetcher.Plausibility;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectorPlausibilityTest {

  private static final String THREE = "2026-08-22T15:00:00Z";
  private static final String FOUR = "2026-08-22T16:00:00Z";

  private final Plausibility all = CollectorPlausibility.ofAllDocuments();
  private final Plausibility mean = CollectorPlausibility.ofTheMeanDocument();

  @Test
  void usualChange_isNoObjection() {
    assertThat(all.objection(snapshot(FOUR, 99), snapshot(THREE, 100))).isNull();
    assertThat(all.objection(snapshot(FOUR, 50), snapshot(THREE, 100))).isNull();
    assertThat(all.objection(snapshot(FOUR, 300), snapshot(THREE, 100))).isNull();
    assertThat(all.objection(snapshot(FOUR, 1), null)).isNull();
  }

  @Test
  void collapseAndExplosion_areObjections() {
    assertThat(all.objection(snapshot(FOUR, 49), snapshot(THREE, 100)))
        .isEqualTo("it has 49 relays, fewer than half of 100");
    assertThat(all.objection(snapshot(FOUR, 301), snapshot(THREE, 100)))
        .isEqualTo("it has 301 relays, more than three times 100");
    assertThat(all.objection(snapshot(FOUR, 0), null)).isEqualTo("it has no relays");
  }

  @Test
  void timeBeforeTheSnapshotInUse_isAnObjection() {
    assertThat(all.objection(snapshot(THREE, 100), snapshot(FOUR, 100)))
        .contains("2026-08-22T15:00:00Z is before 2026-08-22T16:00:00Z");
  }

  @Test
  void meanOfDocuments_doesNotMindTheirNumber() {
    assertThat(mean.objection(snapshot(FOUR, 100), snapshot(THREE, 100, 100, 100, 100))).isNull();
    assertThat(mean.objection(snapshot(FOUR, 40, 50), snapshot(THREE, 100)))
        .isEqualTo("it has 45 relays a document, fewer than half of 100");
    assertThat(all.objection(snapshot(FOUR, 100), snapshot(THREE, 100, 100, 100, 100))).isNotNull();
  }

  private static SnapshotManifest snapshot(String published, int... relays) {
    List<DocumentRef> documents =
        IntStream.of(relays)
            .mapToObj(count ->
                new DocumentRef(
                    "d" + count, "s", 1, count + 2, Map.of("relays", "" + count), List.of()))
            .toList();
    Instant time = Instant.parse(published);
    return new SnapshotManifest("id", "source", "e", time, time, null, null, documents);
  }
}
