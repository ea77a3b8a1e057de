package cepa.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StepTimesTest {

  private final StepTimes times = new StepTimes();

  @Test
  void stepsAndWhatPassesBetween_areNoted() {
    times.begin();
    assertThat(times.step("read a", () -> 5)).isEqualTo(5);
    times.between("store");
    assertThat(times.steps())
        .extracting(Step::name)
        .containsExactly("before read a", "read a", "store");
    assertThat(times.steps()).allSatisfy(step -> assertThat(step.wall()).isNotNegative());
  }

  @Test
  void stepThatFails_isNotedToo() {
    times.begin();
    assertThatThrownBy(() ->
            times.step(
                "read a",
                () -> {
                  throw new IllegalStateException("no");
                }))
        .hasMessage("no");
    assertThat(times.steps()).extracting(Step::name).contains("read a");
  }
}
