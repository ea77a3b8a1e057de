package cepa.processor.model;

import static cepa.model.SourceProvenance.State.DISABLED;
import static cepa.model.SourceProvenance.State.FRESH;
import static cepa.model.SourceProvenance.State.MISSING;
import static cepa.model.SourceProvenance.State.STALE;
import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.SourceProvenance;
import cepa.processor.model.InputSelection.Chosen;
import cepa.processor.source.onionoodetails.DetailsReader;
import cepa.processor.source.onionoouptime.UptimeReader;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotLedger;
import cepa.topic.SnapshotManifest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputSelectionTest {

  private final SnapshotLedger ledger = new SnapshotLedger();
  private long offset;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          -PT1H,    FRESH
          PT0S,     FRESH
          PT12H,    FRESH
          PT12H1S,  STALE
          PT72H,    STALE
          PT72H1S,  MISSING
          """)
  void stateIsTheAgeAtTheModelsMoment(Duration age, SourceProvenance.State state) {
    publish("d1", DetailsReader.SOURCE, NOON);
    publish("u1", UptimeReader.SOURCE, NOON.minus(age));

    Chosen chosen = choose(Set.of());

    assertThat(chosen.asOf()).isEqualTo(NOON);
    SourceProvenance uptime = chosen.provenance().get(1);
    assertThat(uptime.state()).isEqualTo(state);
    assertThat(uptime.snapshot()).isEqualTo(state == MISSING ? null : "u1");
    assertThat(chosen.ids().containsKey(UptimeReader.SOURCE)).isEqualTo(state != MISSING);
  }

  @Test
  void sourceNobodyHeardOf_isMissing_everyKnownSourceIsListed() {
    publish("d1", DetailsReader.SOURCE, NOON);
    assertThat(choose(Set.of()).provenance())
        .extracting(SourceProvenance::id, SourceProvenance::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(DetailsReader.SOURCE, FRESH),
            org.assertj.core.groups.Tuple.tuple(UptimeReader.SOURCE, MISSING));
  }

  @Test
  void disabledSource_isNotUsed_andSaysSo() {
    publish("d1", DetailsReader.SOURCE, NOON);
    publish("u1", UptimeReader.SOURCE, NOON);
    Chosen chosen = choose(Set.of(UptimeReader.SOURCE));
    assertThat(chosen.ids()).containsOnlyKeys(DetailsReader.SOURCE);
    assertThat(chosen.provenance().get(1).state()).isEqualTo(DISABLED);
  }

  @Test
  void withoutDetails_thereIsNoChoice() {
    publish("u1", UptimeReader.SOURCE, NOON);
    assertThat(selection(Set.of()).at(ledger, SnapshotLedger.NOW, Set.of())).isEmpty();
  }

  @Test
  void onlyWhatLiesBelowTheCut_isChosen() {
    publish("d1", DetailsReader.SOURCE, NOON);
    publish("u1", UptimeReader.SOURCE, NOON.minusSeconds(10));
    publish("u2", UptimeReader.SOURCE, NOON);
    assertThat(selection(Set.of()).at(ledger, 2, Set.of()).orElseThrow().ids())
        .containsEntry(UptimeReader.SOURCE, "u1");
  }

  @Test
  void unusableSnapshot_isPassedOver() {
    publish("d1", DetailsReader.SOURCE, NOON);
    publish("u1", UptimeReader.SOURCE, NOON.minusSeconds(10));
    SnapshotManifest bad = publish("u2", UptimeReader.SOURCE, NOON);
    assertThat(selection(Set.of()).at(ledger, SnapshotLedger.NOW, Set.of(bad)).orElseThrow().ids())
        .containsEntry(UptimeReader.SOURCE, "u1");
  }

  @Test
  void pinnedSnapshots_areTaken_whateverIsNewer() {
    publish("d1", DetailsReader.SOURCE, NOON);
    publish("d2", DetailsReader.SOURCE, NOON.plusSeconds(3600));
    Chosen chosen =
        selection(Set.of()).pinned(ledger, 9, Map.of(DetailsReader.SOURCE, "d1")).orElseThrow();
    assertThat(chosen.asOf()).isEqualTo(NOON);
    assertThat(chosen.cut()).isEqualTo(9);
    assertThat(selection(Set.of()).pinned(ledger, 9, Map.of(DetailsReader.SOURCE, "gone")))
        .isEmpty();
  }

  @Test
  void staleLimitOfDetails_isNeverReached_theyAreTheMoment() {
    publish("d1", DetailsReader.SOURCE, NOON.minus(Duration.ofDays(300)));
    assertThat(choose(Set.of()).provenance().getFirst().state())
        .isEqualTo(FRESH)
        .isNotEqualTo(STALE);
  }

  private Chosen choose(Set<String> disabled) {
    return selection(disabled).at(ledger, SnapshotLedger.NOW, Set.of()).orElseThrow();
  }

  private static InputSelection selection(Set<String> disabled) {
    return new InputSelection(
        List.of(new UptimeReader(), new DetailsReader()), disabled, DetailsReader.SOURCE);
  }

  private SnapshotManifest publish(String id, String source, Instant published) {
    var manifest =
        new SnapshotManifest(
            id, source, "http://localhost", published, published, null, null, List.of());
    ledger.fold(offset++, new SnapshotEvent.Published(manifest));
    return manifest;
  }
}
