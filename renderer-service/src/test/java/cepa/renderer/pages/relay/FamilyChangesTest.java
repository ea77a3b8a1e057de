package cepa.renderer.pages.relay;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.model.GroupChange;
import cepa.model.RelayChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FamilyChangesTest {

  private static final Instant HOUR = Instant.parse("2026-01-15T12:00:00Z");
  private static final Fingerprint OWN = Fingerprint.of("A".repeat(40));
  private static final Fingerprint OTHER = Fingerprint.of("B".repeat(40));
  private static final RelayChange CHANGE =
      new RelayChange(HOUR, RelayChange.Kind.FAMILY, null, null);

  @Test
  void relayThatJoinsAFamily_changes() {
    var joined = new GroupChange(HOUR, List.of(OWN, OTHER), List.of());
    assertThat(FamilyChanges.isOfOthers(joined, CHANGE, OWN)).isFalse();
  }

  @Test
  void relayWhoseFamilyOthersJoinOrLeave_doesNot() {
    var joined = new GroupChange(HOUR, List.of(OTHER), List.of());
    var left = new GroupChange(HOUR, List.of(), List.of(OTHER));
    assertThat(FamilyChanges.isOfOthers(joined, CHANGE, OWN)).isTrue();
    assertThat(FamilyChanges.isOfOthers(left, CHANGE, OWN)).isTrue();
  }

  @Test
  void changesOfAnotherHour_sayNothing() {
    var joined = new GroupChange(HOUR.minusSeconds(3_600), List.of(OTHER), List.of());
    assertThat(FamilyChanges.isOfOthers(joined, CHANGE, OWN)).isFalse();
  }
}
