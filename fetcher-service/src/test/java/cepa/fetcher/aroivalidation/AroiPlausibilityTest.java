package cepa.fetcher.aroivalidation;

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

class AroiPlausibilityTest {

  private static final Instant THREE = Instant.parse("2026-08-22T15:00:00Z");

  private final AroiPlausibility plausibility = new AroiPlausibility();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # results | in use | objection
          10000 | 10000 | -
           5000 | 10000 | -
           4999 | 10000 | it has 4999 results, fewer than half of 10000
              0 | 10000 | it has no results
              0 |     0 | it has no results
          10000 |   100 | -
              1 |     0 | -
          """)
  void resultsThatVanish_areAbsurd(long results, long inUse, @Nullable String objection) {
    assertThat(plausibility.objection(snapshot(THREE, results), snapshot(THREE, inUse)))
        .isEqualTo(objection);
  }

  @Test
  void olderThanTheOneInUse_isAbsurd() {
    assertThat(plausibility.objection(snapshot(THREE.minusSeconds(1), 10), snapshot(THREE, 10)))
        .isEqualTo(
            "its time 2026-08-22T14:59:59Z is before 2026-08-22T15:00:00Z, the time of the"
                + " snapshot in use");
  }

  @Test
  void nothingInUse_takesAnythingWithResults() {
    assertThat(plausibility.objection(snapshot(THREE, 1), null)).isNull();
    assertThat(plausibility.objection(snapshot(THREE, 0), null)).isEqualTo("it has no results");
  }

  /// A snapshot of a head and so many results.
  private static SnapshotManifest snapshot(Instant published, long results) {
    return new SnapshotManifest(
        "id",
        "source",
        "http://upstream.test/",
        published,
        published,
        null,
        null,
        List.of(new DocumentRef("aroi", "00", 1, results + 1, Map.of(), List.of())));
  }
}
