package cepa.build;

import static cepa.build.BuildLedger.State.CANCELLED;
import static cepa.build.BuildLedger.State.CHECKED;
import static cepa.build.BuildLedger.State.FAILED;
import static cepa.build.BuildLedger.State.LIVE;
import static cepa.build.BuildLedger.State.STAGED;
import static cepa.build.BuildLedger.State.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BuildLedgerTest {

  private static final Instant T = Instant.parse("2026-01-15T12:00:00Z");

  private final BuildLedger ledger = new BuildLedger();

  @Test
  void aBuildGoesItsWayToLive() {
    fold(planned(null), staged(1), checked(2, ""), live(3));

    BuildLedger.Entry entry = entry();
    assertThat(entry.state()).isEqualTo(LIVE);
    assertThat(entry.planned()).isEqualTo(T);
    assertThat(entry.changed()).isEqualTo(T.plusSeconds(3));
    assertThat(entry.staged()).isNotNull();
    assertThat(entry.isEnded()).isTrue();
  }

  @Test
  void heldBuild_isEnded_anotherOneIsNot() {
    fold(planned(null), staged(1), checked(2, ""));
    assertThat(entry().isEnded()).isFalse();

    fold(checked(3, "hold"));
    assertThat(entry().isEnded()).isTrue();
    assertThat(entry().note()).isEqualTo("hold");
  }

  @Test
  void endsSayWhy() {
    fold(planned(null), new BuildEvent.Failed("b", T, List.of("one", "two")));
    assertThat(entry().state()).isEqualTo(FAILED);
    assertThat(entry().note()).isEqualTo("one; two");
  }

  @Test
  void supersededBuild_saysByWhat() {
    fold(planned(null), new BuildEvent.Superseded("b", T, "c"));
    assertThat(entry().state()).isEqualTo(SUPERSEDED);
    assertThat(entry().note()).isEqualTo("by c");
  }

  @Test
  void anEnd_isNotReplacedByAnother() {
    fold(
        planned(null),
        new BuildEvent.Cancelled("b", T.plusSeconds(1), "enough"),
        new BuildEvent.Failed("b", T.plusSeconds(2), List.of("late")));
    assertThat(entry().state()).isEqualTo(CANCELLED);
  }

  @Test
  void foldingTheLogTwice_neverGoesBack_evenWithinOneInstant() {
    List<BuildEvent> log = List.of(planned(null), staged(0), checked(0, ""), live(0));
    log.forEach(ledger::fold);
    BuildLedger.Entry once = entry();

    for (BuildEvent event : log) {
      ledger.fold(event);
      assertThat(entry()).isEqualTo(once);
    }
  }

  @Test
  void clockSetBack_doesNotHideAStep() {
    fold(planned(null), staged(5), checked(4, ""), live(3));
    assertThat(entry().state()).isEqualTo(LIVE);
  }

  @Test
  void heldBuild_madeLiveByHand_isLive() {
    fold(planned(null), staged(1), checked(2, "preview"), live(9));
    assertThat(entry().state()).isEqualTo(LIVE);
    assertThat(entry().note()).isEmpty();
  }

  @Test
  void holdWithinTheInstantOfTheCheck_stays() {
    fold(planned(null), staged(0), checked(0, ""), checked(0, "hold"), checked(0, ""));
    assertThat(entry().note()).isEqualTo("hold");
  }

  @Test
  void stepsOfABuildWhosePlanIsGone_arePassedOver() {
    fold(staged(1), live(2));
    assertThat(ledger.builds()).isEmpty();
    assertThat(ledger.find("b")).isEmpty();
  }

  @Test
  void aRequest_isAnsweredByPlanAnswerOrRefusal() {
    assertThat(ledger.answer("r1")).isEmpty();

    fold(
        planned("r1"),
        new BuildEvent.Answered("b", T, "r2"),
        new BuildEvent.Refused("r3", T, "r3", "too old"));

    assertThat(ledger.answer("r1")).contains(new BuildLedger.Answer("b", ""));
    assertThat(ledger.answer("r2")).contains(new BuildLedger.Answer("b", ""));
    assertThat(ledger.answer("r3")).contains(new BuildLedger.Answer("", "too old"));
    assertThat(ledger.builds()).hasSize(1);
  }

  @Test
  void stagedBuild_waitsForItsCheck() {
    fold(planned(null), staged(1));
    assertThat(entry().state()).isEqualTo(STAGED);
    assertThat(entry().isEnded()).isFalse();
    fold(checked(2, "preview"));
    assertThat(entry().state()).isEqualTo(CHECKED);
  }

  private void fold(BuildEvent... events) {
    List.of(events).forEach(ledger::fold);
  }

  private BuildLedger.Entry entry() {
    return ledger.find("b").orElseThrow();
  }

  private static BuildEvent planned(@Nullable String request) {
    return new BuildEvent.Planned(
        "b",
        T,
        new BuildPlan("m", "c", T, 1, Map.of(), "h", null, null, 2, true, "", "test", request));
  }

  private static BuildEvent staged(int seconds) {
    return new BuildEvent.Staged("b", T.plusSeconds(seconds), 10, 5, 2, 100);
  }

  private static BuildEvent checked(int seconds, String held) {
    return new BuildEvent.Checked("b", T.plusSeconds(seconds), held);
  }

  private static BuildEvent live(int seconds) {
    return new BuildEvent.Live("b", T.plusSeconds(seconds));
  }
}
