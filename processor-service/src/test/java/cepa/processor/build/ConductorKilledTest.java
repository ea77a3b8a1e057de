package cepa.processor.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.build.BuildEvent;
import cepa.error.RetriableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A conductor that dies, or whose broker does, is followed by one that ends what it began.
class ConductorKilledTest extends OnABench {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Bench.SHARDS})
  void killedWithSoManyResults_isFinishedByTheNext(int results) {
    bench.details("d1", 0);
    BuildEvent.Planned planned = bench.plan();
    bench.render(results);

    bench.kill();
    bench.advance();
    bench.render(Bench.SHARDS);
    bench.advance();

    assertThat(bench.log.kinds()).isEqualTo(WHOLE_LIFE);
    assertThat(bench.live().build()).isEqualTo(planned.build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Staged", "Checked", "Live"})
  void killedWhileFinishing_isFinishedByTheNext(String untold) {
    bench.details("d1", 0);
    BuildEvent.Planned planned = bench.plan();
    bench.render(Bench.SHARDS);
    bench.log.fails = event -> event.getClass().getSimpleName().equals(untold);
    assertThatThrownBy(bench::advance).isInstanceOf(RetriableException.class);
    bench.log.fails = _ -> false;

    bench.kill();
    bench.clock.forward(Duration.ofSeconds(1));
    bench.advance();

    assertThat(bench.live().build()).isEqualTo(planned.build());
    assertThat(bench.log.kinds()).contains("Staged", "Checked").endsWith("Live");
    bench.advance();
    assertThat(bench.log.kinds()).endsWith("Live").containsOnlyOnce("Live");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Staged", "Checked", "Live"})
  void brokerAwayWhileFinishing_isTriedAgain(String untold) {
    bench.details("d1", 0);
    bench.plan();
    bench.render(Bench.SHARDS);
    bench.log.fails = event -> event.getClass().getSimpleName().equals(untold);
    assertThatThrownBy(bench::advance).isInstanceOf(RetriableException.class);
    assertThatThrownBy(bench::advance).isInstanceOf(RetriableException.class);
    bench.log.fails = _ -> false;
    bench.advance();

    assertThat(bench.log.kinds()).endsWith("Live").containsOnlyOnce("Live");
  }

  @Test
  void killedBeforeThePlanWasTold_plansAnew() {
    bench.details("d1", 0);
    bench.log.fails = BuildEvent.Planned.class::isInstance;
    assertThatThrownBy(bench::plan).isInstanceOf(RetriableException.class);
    bench.log.fails = _ -> false;

    bench.kill();
    bench.build();

    assertThat(bench.log.kinds()).isEqualTo(WHOLE_LIFE);
  }

  @Test
  void planTheBrokerTookWithoutSayingSo_isFollowed() {
    bench.details("d1", 0);
    bench.log.fails = BuildEvent.Planned.class::isInstance;
    bench.log.losesAnswers = true;
    assertThatThrownBy(bench::plan).isInstanceOf(RetriableException.class);
    bench.log.fails = _ -> false;
    bench.render(Bench.SHARDS);

    bench.advance();

    assertThat(bench.log.kinds()).isEqualTo(WHOLE_LIFE);
  }

  @Test
  void planHeardAfterAnotherWasMade_isCancelled() {
    bench.details("d1", 0);
    BuildEvent.Planned running = bench.plan();
    var lost = new BuildEvent.Planned("lost", running.at().minusSeconds(1), running.plan());
    bench.log.events.add(lost);
    bench.advance();

    assertThat(bench.log.last(BuildEvent.Cancelled.class).build()).isEqualTo("lost");
    bench.render(Bench.SHARDS);
    bench.advance();
    assertThat(bench.live().build()).isEqualTo(running.build());
  }
}
