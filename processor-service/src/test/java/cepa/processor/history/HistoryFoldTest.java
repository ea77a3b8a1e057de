package cepa.processor.history;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static cepa.processor.source.onionoodetails.TestRelay.aRelay;
import static cepa.processor.source.onionoodetails.TestRelay.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.json.PackedJson;
import cepa.model.Fingerprint;
import cepa.model.GroupChange;
import cepa.model.History;
import cepa.model.NetworkTrend;
import cepa.model.RelayChange;
import cepa.model.RelayChange.Kind;
import cepa.processor.source.onionoodetails.Details;
import cepa.processor.source.onionoodetails.TestRelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryFoldTest {

  private static final Instant LATER = NOON.plus(Duration.ofHours(1));

  @Test
  void firstSnapshot_tellsWhatThereIs_notWhatIsNew() {
    History history = fold(snapshot("s1", NOON, aRelay("A").with("country", "de")));

    assertThat(history.snapshot()).isEqualTo("s1");
    assertThat(history.published()).isEqualTo(NOON);
    assertThat(changes(history, "A")).isEmpty();
    assertThat(history.groups()).isEmpty();
    assertThat(history.trend().hourly()).hasSize(1);
  }

  @Test
  void nothingChanged_tellsNothing() {
    History history = fold(snapshot("s1", NOON, whole()), snapshot("s2", LATER, whole()));
    assertThat(changes(history, "A")).isEmpty();
    assertThat(history.groups()).isEmpty();
  }

  @Test
  void newRelay_appears() {
    History history =
        fold(snapshot("s1", NOON, aRelay("A")), snapshot("s2", LATER, aRelay("A"), aRelay("B")));
    assertThat(changes(history, "B"))
        .containsExactly(new RelayChange(LATER, Kind.APPEARED, null, null));
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "APPEARED")
  void eachKindOfChangeIsTold(Kind kind) {
    TestRelay before = whole();
    TestRelay after = whole();
    RelayChange expected =
        switch (kind) {
          case APPEARED -> throw new AssertionError();
          case STARTED -> {
            before.with("running", false);
            yield new RelayChange(LATER, kind, null, null);
          }
          case STOPPED -> {
            after.with("running", false);
            yield new RelayChange(LATER, kind, null, null);
          }
          case NICKNAME -> {
            after.with("nickname", "other");
            yield new RelayChange(LATER, kind, "relayA", "other");
          }
          case FLAG_GAINED -> {
            after.flags("Exit", "Fast", "Running", "Valid");
            yield new RelayChange(LATER, kind, null, "Exit");
          }
          case FLAG_LOST -> {
            after.flags("Running", "Valid");
            yield new RelayChange(LATER, kind, "Fast", null);
          }
          case VERSION -> {
            after.with("version", null);
            yield new RelayChange(LATER, kind, "0.4.8.21", null);
          }
          case ADDRESS -> {
            after.with("or_addresses", List.of("192.0.2.2:443"));
            yield new RelayChange(LATER, kind, "192.0.2.1:9001 [::1]:9001", "192.0.2.2:443");
          }
          case NETWORK -> {
            after.with("as", "AS64497");
            yield new RelayChange(LATER, kind, "AS64496", "AS64497");
          }
          case COUNTRY -> {
            after.with("country", "fr");
            yield new RelayChange(LATER, kind, "DE", "FR");
          }
          case CONTACT -> {
            after.with("contact", "new@example.org");
            yield new RelayChange(LATER, kind, null, null);
          }
          case FAMILY -> {
            after.family("A", "B", "C");
            yield new RelayChange(LATER, kind, null, null);
          }
        };

    History history = fold(snapshot("s1", NOON, before), snapshot("s2", LATER, after));

    assertThat(changes(history, "A")).containsExactly(expected);
  }

  @Test
  void severalChanges_standInTheOrderOfTheirKinds_newestSnapshotFirst() {
    History history =
        fold(
            snapshot("s1", NOON, aRelay("A")),
            snapshot("s2", LATER, aRelay("A").with("running", false).with("nickname", "x")),
            snapshot("s3", LATER.plusSeconds(3600), aRelay("A").with("nickname", "x")));

    assertThat(changes(history, "A"))
        .extracting(RelayChange::kind)
        .containsExactly(Kind.STARTED, Kind.STOPPED, Kind.NICKNAME);
  }

  @Test
  void goneAndBack_isComparedWithWhatWasLastKnown_andJoinsItsGroupsAgain() {
    History history =
        fold(
            snapshot("s1", NOON, aRelay("A").with("country", "de"), aRelay("B")),
            snapshot("s2", LATER, aRelay("B")),
            snapshot(
                "s3",
                LATER.plusSeconds(3600),
                aRelay("A").with("country", "de").with("nickname", "x"),
                aRelay("B")));

    assertThat(changes(history, "A"))
        .containsExactly(new RelayChange(LATER.plusSeconds(3600), Kind.NICKNAME, "relayA", "x"));
    assertThat(history.groups().get("country/DE"))
        .containsExactly(
            new GroupChange(LATER.plusSeconds(3600), List.of(fingerprint("A")), List.of()),
            new GroupChange(LATER, List.of(), List.of(fingerprint("A"))));
  }

  @Test
  void movingRelay_isLostHereAndGainedThere() {
    History history =
        fold(
            snapshot("s1", NOON, aRelay("A").with("country", "de").with("as", "AS1")),
            snapshot("s2", LATER, aRelay("A").with("country", "fr").with("as", "AS1")));

    assertThat(history.groups()).containsOnlyKeys("country/DE", "country/FR");
    assertThat(history.groups().get("country/FR"))
        .containsExactly(new GroupChange(LATER, List.of(fingerprint("A")), List.of()));
    assertThat(history.groups().get("country/DE"))
        .containsExactly(new GroupChange(LATER, List.of(), List.of(fingerprint("A"))));
  }

  @Test
  void relayOfAFamilyOfItsOwn_hasNone() {
    History history =
        fold(snapshot("s1", NOON, aRelay("A")), snapshot("s2", LATER, aRelay("A").family("A")));
    assertThat(changes(history, "A")).isEmpty();
  }

  @Test
  void relayNotListedForThirtyDays_isForgotten() {
    History listed = fold(snapshot("s1", NOON, aRelay("A"), aRelay("B")));

    History before =
        HistoryFold.fold(
            listed, snapshot("s2", NOON.plus(Duration.ofDays(30).minusSeconds(1)), aRelay("B")));
    assertThat(before.relays()).containsKey(fingerprint("A"));

    History after =
        HistoryFold.fold(before, snapshot("s3", NOON.plus(Duration.ofDays(30)), aRelay("B")));
    assertThat(after.relays()).containsOnlyKeys(fingerprint("B"));
  }

  @Test
  void everythingIsBounded() {
    History history = History.empty();
    for (int i = 0; i < 800; i++) {
      history =
          HistoryFold.fold(
              history,
              snapshot(
                  "s" + i,
                  NOON.plus(Duration.ofHours(i)),
                  aRelay("A").with("nickname", "n" + i).with("country", i % 2 == 0 ? "de" : "fr")));
    }
    assertThat(changes(history, "A")).hasSize(History.CHANGES_PER_RELAY);
    assertThat(changes(history, "A").getFirst().at()).isEqualTo(NOON.plus(Duration.ofHours(799)));
    assertThat(history.groups().get("country/DE")).hasSize(History.CHANGES_PER_GROUP);
    assertThat(history.trend().hourly()).hasSize(History.HOURLY_POINTS);
    assertThat(history.trend().hourly().getLast().at()).isEqualTo(history.published());
    assertThat(history.trend().daily()).hasSize(34);
  }

  @Test
  void dailyPoint_isTheLastOfItsDay() {
    History history =
        fold(
            snapshot("s1", Instant.parse("2026-01-15T22:00:00Z"), aRelay("A")),
            snapshot("s2", Instant.parse("2026-01-15T23:00:00Z"), aRelay("A")),
            snapshot("s3", Instant.parse("2026-01-16T00:00:00Z"), aRelay("A")));

    assertThat(history.trend().daily())
        .extracting(NetworkTrend.Point::at)
        .containsExactly(
            Instant.parse("2026-01-15T23:00:00Z"), Instant.parse("2026-01-16T00:00:00Z"));
  }

  @Test
  void pointCountsRunningRelays() {
    History history =
        fold(
            snapshot(
                "s1",
                NOON,
                aRelay("A").flags("Exit", "Guard").with("observed_bandwidth", 100),
                aRelay("B").flags("Guard").with("observed_bandwidth", 10),
                aRelay("C").flags("Exit").with("observed_bandwidth", 1).with("running", false),
                aRelay("D")));

    assertThat(history.trend().hourly())
        .containsExactly(new NetworkTrend.Point(NOON, 4, 3, 2, 1, 110));
  }

  @Test
  void snapshotOlderThanTheLast_tellsNothingAndTurnsNoClockBack() {
    History before = fold(snapshot("s2", LATER, aRelay("A"), aRelay("B")));

    History after = HistoryFold.fold(before, snapshot("s1", NOON, aRelay("A")));

    assertThat(after.snapshot()).isEqualTo("s1");
    assertThat(after.published()).isEqualTo(LATER);
    assertThat(after.relays()).isEqualTo(before.relays());
    assertThat(after.groups()).isEmpty();
    assertThat(after.trend()).isEqualTo(before.trend());
  }

  @Test
  void foldIsDeterministic_whateverTheOrderOfRecords() {
    Details one = snapshot("s2", LATER, aRelay("A"), aRelay("B").with("country", "de"));
    Details other = snapshot("s2", LATER, aRelay("B").with("country", "de"), aRelay("A"));
    History before = fold(snapshot("s1", NOON, aRelay("C")));

    assertThat(PackedJson.pack(HistoryFold.fold(before, one)))
        .isEqualTo(PackedJson.pack(HistoryFold.fold(before, other)));
  }

  @Test
  void historyComesBackFromItsStoredForm() {
    History history =
        fold(
            snapshot("s1", NOON, whole(), aRelay("B")),
            snapshot("s2", LATER, whole().with("nickname", "x").with("country", "fr")));
    assertThat(PackedJson.unpack(PackedJson.pack(history), History.class)).isEqualTo(history);
  }

  private static TestRelay whole() {
    return aRelay("A")
        .flags("Fast", "Running", "Valid")
        .with("version", "0.4.8.21")
        .with("or_addresses", List.of("192.0.2.1:9001", "[::1]:9001"))
        .with("as", "AS64496")
        .with("country", "de")
        .with("contact", "op@example.org")
        .family("A", "B");
  }

  private static History fold(Details... snapshots) {
    History history = History.empty();
    for (Details snapshot : snapshots) {
      history = HistoryFold.fold(history, snapshot);
    }
    return history;
  }

  private static List<RelayChange> changes(History history, String digit) {
    return Objects.requireNonNull(history.relays().get(fingerprint(digit))).changes();
  }

  private static Fingerprint fingerprint(String digit) {
    return Fingerprint.of(digit.repeat(40));
  }
}
