package cepa.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AnalysisEngineTest {

  private record A(String text) {}

  private record B(String text) {}

  private record C(String text) {}

  private static final Analysis<A> A_OF_TEXT =
      new Step<>(A.class, Set.of(String.class), f -> new A(f.get(String.class) + "a"));
  private static final Analysis<B> B_OF_A =
      new Step<>(B.class, Set.of(A.class), f -> new B(f.get(A.class).text() + "b"));
  private static final Analysis<C> C_OF_BOTH =
      new Step<>(
          C.class, Set.of(A.class, B.class), f -> new C(f.get(A.class).text() + f.get(B.class)));

  @Test
  void orderFollowsFromTypes_notFromTheList() {
    for (List<Analysis<?>> order :
        List.<List<Analysis<?>>>of(
            List.of(A_OF_TEXT, B_OF_A, C_OF_BOTH), List.of(C_OF_BOTH, B_OF_A, A_OF_TEXT))) {
      Map<Class<?>, Object> made =
          new AnalysisEngine(order, Set.of(String.class)).run(Map.of(String.class, "x"));
      assertThat(made.get(C.class)).isEqualTo(new C("xaB[text=xab]"));
    }
  }

  @Test
  void missingSource_isNull_notAFailure() {
    var step =
        new Step<>(A.class, Set.of(String.class), f -> new A(String.valueOf(f.find(String.class))));
    assertThat(new AnalysisEngine(List.of(step), Set.of(String.class)).run(Map.of()))
        .containsEntry(A.class, new A("null"));
  }

  @Test
  void missingSource_thatMustBeThere_isNamed() {
    var engine = new AnalysisEngine(List.of(A_OF_TEXT), Set.of(String.class));
    assertThatIllegalStateException()
        .isThrownBy(() -> engine.run(Map.of()))
        .withMessageContaining("String");
  }

  @Test
  void twoThatMakeTheSame_areRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new AnalysisEngine(List.of(A_OF_TEXT, A_OF_TEXT), Set.of(String.class)))
        .withMessageContaining("Several make A");
    assertThatIllegalStateException()
        .isThrownBy(() -> new AnalysisEngine(List.of(A_OF_TEXT), Set.of(String.class, A.class)))
        .withMessageContaining("A");
  }

  @Test
  void circle_isRefused() {
    var one = new Step<>(A.class, Set.of(B.class), f -> new A(""));
    assertThatIllegalStateException()
        .isThrownBy(() -> new AnalysisEngine(List.of(one, B_OF_A), Set.of()))
        .withMessageContaining("reads B")
        .withMessageContaining("reads A");
  }

  @Test
  void readingWhatNobodyMakes_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new AnalysisEngine(List.of(B_OF_A), Set.of()))
        .withMessageContaining("reads A");
  }

  @Test
  void readingWhatWasNotDeclared_isRefused() {
    var sly = new Step<>(B.class, Set.of(String.class), f -> new B(f.get(A.class).text()));
    var engine = new AnalysisEngine(List.of(A_OF_TEXT, sly), Set.of(String.class));
    assertThatIllegalStateException()
        .isThrownBy(() -> engine.run(Map.of(String.class, "x")))
        .withMessageContaining("not declared");
  }

  @Test
  void anAnalysisThatFails_failsTheRun_withWhatItThrew() {
    var broken =
        new Step<>(
            A.class,
            Set.of(),
            _ -> {
              throw new IllegalArgumentException("no such relay");
            });
    var engine = new AnalysisEngine(List.of(C_OF_BOTH, broken, B_OF_A), Set.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.run(Map.of()))
        .withMessage("no such relay");
  }

  @Test
  void everyAnalysisRunsOnce() {
    List<String> ran = new ArrayList<>();
    var one =
        new Step<>(
            A.class,
            Set.of(),
            _ -> {
              ran.add("a");
              return new A("");
            });
    new AnalysisEngine(List.of(C_OF_BOTH, one, B_OF_A), Set.of()).run(Map.of());
    assertThat(ran).containsExactly("a");
  }

  private record Step<R>(Class<R> makes, Set<Class<?>> reads, Function<Facts, R> work)
      implements Analysis<R> {
    @Override
    public R analyse(Facts facts) {
      return Objects.requireNonNull(work.apply(facts));
    }
  }
}
