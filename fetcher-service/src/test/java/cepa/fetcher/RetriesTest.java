package cepa.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.error.RetriableException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetriesTest {

  private static final RetryPolicy THREE =
      new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofMinutes(2));

  private final HandClock clock = new HandClock("2026-08-22T15:00:00Z");
  private final Retries retries = new Retries(new Random(1), clock);
  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void successAtOnce_isOneTry() throws InterruptedException {
    assertThat(retries.run(THREE, tries::incrementAndGet)).isEqualTo(1);
    assertThat(clock.pauses()).isEmpty();
  }

  @Test
  void twoPassingFailures_areThreeTries() throws InterruptedException {
    String result = retries.run(THREE, () -> failUntil(3));

    assertThat(result).isEqualTo("well");
    assertThat(tries).hasValue(3);
  }

  @Test
  void exhaustedRetries_giveTheLastFailure() {
    assertThatThrownBy(() -> retries.run(THREE, () -> failUntil(99)))
        .isInstanceOf(RetriableException.class)
        .hasMessage("failure 4");
    assertThat(tries).hasValue(4);
  }

  @Test
  void permanentFailure_isNotTriedAgain() {
    assertThatThrownBy(() ->
            retries.run(
                THREE,
                () -> {
                  tries.incrementAndGet();
                  throw new PermanentException("status 404");
                }))
        .isInstanceOf(PermanentException.class);
    assertThat(tries).hasValue(1);
  }

  @Test
  void pauses_doubleWithUpToASecondMore() {
    assertThatThrownBy(() -> retries.run(THREE, () -> failUntil(99)))
        .isInstanceOf(RetriableException.class);

    assertThat(clock.pauses()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      Duration least = Duration.ofSeconds(1L << i);
      assertThat(clock.pauses().get(i)).isBetween(least, least.plusSeconds(1).minusNanos(1));
    }
  }

  @Test
  void retryAfter_isHonouredIfLongerThanThePause() throws InterruptedException {
    retries.run(
        THREE,
        () -> {
          if (tries.incrementAndGet() == 1) {
            throw new BusyUpstreamException("busy", Duration.ofSeconds(90));
          }
          return "well";
        });

    assertThat(clock.pauses()).containsExactly(Duration.ofSeconds(90));
  }

  @Test
  void retryAfterZero_stillPauses() throws InterruptedException {
    retries.run(
        THREE,
        () -> {
          if (tries.incrementAndGet() == 1) {
            throw new BusyUpstreamException("busy", Duration.ZERO);
          }
          return "well";
        });

    assertThat(clock.pauses().getFirst()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void retryAfterBeyondTheLimit_endsTheAttempt() {
    assertThatThrownBy(() ->
            retries.run(
                THREE,
                () -> {
                  tries.incrementAndGet();
                  throw new BusyUpstreamException("busy", Duration.ofHours(1));
                }))
        .isInstanceOf(BusyUpstreamException.class);
    assertThat(tries).hasValue(1);
    assertThat(clock.pauses()).isEmpty();
  }

  private String failUntil(int good) {
    int attempt = tries.incrementAndGet();
    if (attempt < good) {
      throw new RetriableException("failure " + attempt, null);
    }
    return "well";
  }
}
