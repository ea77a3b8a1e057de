package cepa.fetcher.collectorvotes;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VotesPlausibilityTest {

  @Test
  void minorityOfAuthorities_isAnObjection() {
    assertThat(objection(4, 9)).isEqualTo("it has the votes of 4 authorities, no majority of 9");
    assertThat(objection(4, 8)).isEqualTo("it has the votes of 4 authorities, no majority of 8");
  }

  @Test
  void majorityOfAuthorities_isEnough() {
    assertThat(objection(5, 9)).isNull();
    assertThat(objection(9, 5)).isNull();
    assertThat(objection(1, null)).isNull();
  }

  @Test
  void votesWithoutRelays_areAnObjection() {
    assertThat(new VotesPlausibility().objection(votes(9, 0), null)).isEqualTo("it has no relays");
  }

  private static @Nullable String objection(int now, @Nullable Integer before) {
    return new VotesPlausibility()
        .objection(votes(now, 100), before == null ? null : votes(before, 100));
  }

  private static SnapshotManifest votes(int authorities, int relays) {
    List<DocumentRef> documents =
        IntStream.range(0, authorities)
            .mapToObj(i ->
                new DocumentRef(
                    "authority" + i, "s", 1, relays, Map.of("relays", "" + relays), List.of()))
            .toList();
    Instant time = Instant.parse("2026-08-22T15:00:00Z");
    return new SnapshotManifest("id", "source", "e", time, time, null, null, documents);
  }
}
