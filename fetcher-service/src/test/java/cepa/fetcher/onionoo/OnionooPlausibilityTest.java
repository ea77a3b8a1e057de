package cepa.fetcher.onionoo;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnionooPlausibilityTest {

  private static final Instant THREE = Instant.parse("2026-08-22T15:00:00Z");

  private final OnionooPlausibility plausibility = new OnionooPlausibility();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # relays, running | in use: relays, running | objection
          10000 | 9000 | 10000 | 9000 | -
           5000 | 4500 | 10000 | 9000 | -
           4999 | 4500 | 10000 | 9000 | it has 4999 relays, fewer than half of 10000
          30000 | 9000 | 10000 | 2000 | -
          30001 | 9000 | 10000 | 2000 | it has 30001 relays, more than three times 10000
              0 |    0 | 10000 | 9000 | it has no relays
          10000 | 4500 | 10000 | 9000 | -
          10000 | 4499 | 10000 | 9000 | 4499 of its 10000 relays run, before 9000 of 10000
          10000 |    0 | 10000 | 9000 | 0 of its 10000 relays run, before 9000 of 10000
          10000 |    - | 10000 | 9000 | -
          10000 | 9000 | 10000 |    - | -
          10000 | 9000 | 10000 |    0 | -
              1 |    1 |     0 |    0 | it has 1 relays, more than three times 0
          """)
  void sizesAndShares(
      long relays,
      @Nullable Long running,
      long relaysInUse,
      @Nullable Long runningInUse,
      @Nullable String objection) {
    assertThat(
            plausibility.objection(
                snapshot(THREE, relays, running), snapshot(THREE, relaysInUse, runningInUse)))
        .isEqualTo(objection);
  }

  @Test
  void olderThanTheOneInUse_isAbsurd() {
    assertThat(
            plausibility.objection(
                snapshot(THREE.minusSeconds(1), 10, 9L), snapshot(THREE, 10, 9L)))
        .isEqualTo(
            "its time 2026-08-22T14:59:59Z is before 2026-08-22T15:00:00Z, the time of the"
                + " snapshot in use");
  }

  @Test
  void nothingInUse_takesAnythingWithRelays() {
    assertThat(plausibility.objection(snapshot(THREE, 1, 0L), null)).isNull();
    assertThat(plausibility.objection(snapshot(THREE, 0, null), null))
        .isEqualTo("it has no relays");
  }

  private static SnapshotManifest snapshot(Instant published, long relays, @Nullable Long running) {
    Map<String, String> envelope =
        running == null ? Map.of() : Map.of("relays_running", running.toString());
    return new SnapshotManifest(
        "id",
        "source",
        "http://upstream.test/",
        published,
        published,
        null,
        null,
        List.of(new DocumentRef("details", "00", 1, relays, envelope, List.of())));
  }
}
