package cepa.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StepTimesTest {

  private final StepTimes times = new StepTimes();

  @Test
  void steps_areNoted_eachByItself() {
    times.begin();
    assertThat(times.step("outer", () -> times.step("inner", () -> 5))).isEqualTo(5);
    assertThat(times.steps()).extracting(Step::name).containsExactly("inner", "outer");
    assertThat(times.steps()).allSatisfy(step -> assertThat(step.wall()).isNotNegative());
    times.begin();
    assertThat(times.steps()).isEmpty();
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
