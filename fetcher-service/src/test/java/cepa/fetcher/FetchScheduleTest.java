package cepa.fetcher;

import static cepa.fetcher.OnionooDocuments.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cepa.topic.SourceStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

@Timeout(30)
class FetchScheduleTest {

  private static final String THREE = "2026-08-22 15:00:00";

  @TempDir Path directory;

  private final HandClock clock = new HandClock("2026-08-22T15:05:00Z");
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<SourceFetcher> fetchers = new ArrayList<>();
  private final Map<String, MemoryLog> logs = new java.util.TreeMap<>();
  private final CountDownLatch forEver = new CountDownLatch(1);

  /// Waiting threads wait here until the test grants one wait.
  private final LinkedBlockingQueue<Object> grants = new LinkedBlockingQueue<>();

  private @Nullable FetchSchedule schedule;

  @AfterEach
  void stop() {
    if (schedule != null) {
      schedule.stop();
    }
  }

  @Test
  void firstAttempt_isMadeAtOnceAndTheNextAfterTheCadence() {
    TestFeed feed = feed("a").serves(details(THREE, 5));
    start();
    await().until(() -> log("a").statuses().size() == 1);

    grants.add("go");
    await().until(() -> feed.previous().size() == 2);

    assertThat(clock.pauses().getFirst()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    assertThat(log("a").statuses().getFirst().nextAttempt())
        .isEqualTo(java.time.Instant.parse("2026-08-22T15:05:00Z").plus(clock.pauses().getFirst()));
  }

  @Test
  void slowSource_doesNotDelayAnother() {
    TestFeed slow = feed("slow").does(_ -> hang());
    feed("quick").serves(details(THREE, 5));
    start();

    await().until(() -> log("quick").statuses().size() == 1);
    grants.add("go");
    await().until(() -> log("quick").statuses().size() == 2);

    assertThat(slow.previous()).hasSize(1);
    assertThat(log("slow").statuses()).isEmpty();
  }

  @Test
  void takenOverSource_endsAloneAndIsUnhealthy() {
    feed("a").serves(details(THREE, 5));
    feed("b").serves(details(THREE, 5));
    log("a").inTrouble(new FencedException("a", new IllegalStateException()));
    start();

    await().until(() -> fetcher("a").fenced() != null);
    await().until(() -> log("b").statuses().size() == 1);
    grants.add("go");
    await().until(() -> log("b").statuses().size() == 2);

    assertThat(health("a")).isEqualTo(Status.DOWN);
    assertThat(health("b")).isEqualTo(Status.UP);
  }

  @Test
  void sourceWhoseThreadDies_isUnhealthy() {
    feed("a").serves(details(THREE, 5));
    log("a").inTrouble(new IllegalStateException("a defect outside the attempt"));
    start();

    await().until(() -> fetcher("a").end() != null);

    assertThat(health("a")).isEqualTo(Status.DOWN);
  }

  @Test
  void failures_areTriedSoonerAndThenLessOften() {
    var due = due();

    assertThat(due.after(failed(null), 1)).isBetween(minutes(2), minutes(2).plusSeconds(12));
    assertThat(due.after(failed(null), 2)).isBetween(minutes(4), minutes(4).plusSeconds(24));
    assertThat(due.after(failed(null), 3)).isBetween(minutes(8), minutes(8).plusSeconds(48));
    assertThat(due.after(failed(null), 4)).isBetween(minutes(10), minutes(11));
    assertThat(due.after(failed(null), 4_000)).isBetween(minutes(10), minutes(11));
  }

  @Test
  void upstreamThatAsksForRest_getsIt() {
    var due = due();

    assertThat(due.after(failed(Duration.ofHours(1)), 1))
        .isBetween(Duration.ofHours(1), Duration.ofMinutes(66));
    assertThat(due.after(failed(Duration.ofDays(365)), 1)).isLessThan(Duration.ofHours(7));
  }

  @Test
  void fetchOnce_givesEveryOutcomeWhateverTheOthersDo() throws Exception {
    feed("good").serves(details(THREE, 5));
    feed("broken")
        .does(_ -> {
          throw new IllegalStateException("a defect");
        });
    feed("hanging").does(_ -> hang());
    feed("taken").serves(details(THREE, 5));
    log("taken").inTrouble(new FencedException("taken", new IllegalStateException()));
    Fetchers all = fetchers();

    Map<String, FetchOutcome> outcomes =
        all.fetchOnce(List.of("good", "broken", "hanging", "taken"), Duration.ofMillis(1_500));

    assertThat(outcomes.keySet()).containsExactly("good", "broken", "hanging", "taken");
    assertThat(outcomes.get("good")).isInstanceOf(FetchOutcome.Published.class);
    assertThat(outcomes.get("broken")).asString().contains("a defect");
    assertThat(outcomes.get("hanging")).asString().contains("not finished within 1 s");
    assertThat(outcomes.get("taken")).asString().contains("has taken over");
  }

  @Test
  void fetchOnce_leavesAStatusOfWhatMissedItsLimit() throws Exception {
    feed("hanging")
        .does(context -> {
          context.meter().request();
          return hang();
        });
    Fetchers all = fetchers();

    Map<String, FetchOutcome> outcomes =
        all.fetchOnce(List.of("hanging"), Duration.ofMillis(1_200));

    assertThat(log("hanging").statuses())
        .singleElement()
        .satisfies(status -> {
          assertThat(status.outcome()).isEqualTo(SourceStatus.Outcome.FAILED);
          assertThat(status.reason()).contains("not finished within 1 s");
          assertThat(status.consecutiveFailures()).isEqualTo(1);
          assertThat(status.attempts()).isEqualTo(1);
        });
    assertThat(outcomes.get("hanging")).asString().contains("not finished within 1 s");
    assertThat(meters.get("cepa.fetch.attempts").tag("outcome", "failed").counter().count())
        .isEqualTo(1);
  }

  @Test
  void fetchOnce_staysSilentWhereTheProcessStops() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    feed("hanging")
        .does(_ -> {
          began.countDown();
          return hang();
        });
    Fetchers all = fetchers();
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                all.fetchOnce(List.of("hanging"), Duration.ofMinutes(5));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    began.await();

    caller.interrupt();

    assertThat(caller.join(Duration.ofSeconds(20))).isTrue();
    fetcher("hanging").close(); // waits for the attempt
    assertThat(log("hanging").statuses()).isEmpty();
  }

  @Test
  void fetchOnce_refusesUnknownSources() {
    feed("a");
    Fetchers all = fetchers();

    assertThatThrownBy(() -> all.fetchOnce(List.of("b"), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'b'")
        .hasMessageContaining("[a]");
  }

  @Test
  void enabledSources_areThoseNamed() {
    List<Feed> feeds = List.of(new TestFeed("a"), new TestFeed("b"));

    assertThat(Fetchers.enabled(feeds, List.of())).hasSize(2);
    assertThat(Fetchers.enabled(feeds, List.of("b"))).extracting(Feed::source).containsExactly("b");
    assertThatThrownBy(() -> Fetchers.enabled(feeds, List.of("c")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cepa.fetcher.sources names 'c'; there are [a, b]");
  }

  @Test
  void meters_countBySourceAndOutcome() throws Exception {
    feed("a").serves(details(THREE, 5));
    Fetchers all = fetchers();
    all.fetchOnce(List.of("a"), Duration.ofSeconds(20));
    all.fetchOnce(List.of("a"), Duration.ofSeconds(20));

    assertThat(meters.get("cepa.fetch.attempts").tag("outcome", "published").counter().count())
        .isEqualTo(1);
    assertThat(meters.get("cepa.fetch.attempts").tag("outcome", "unchanged").counter().count())
        .isEqualTo(1);
    assertThat(meters.get("cepa.fetch.requests").tag("source", "a").counter().count()).isEqualTo(2);
    assertThat(meters.get("cepa.fetch.bytes").tag("source", "a").counter().count()).isPositive();
    assertThat(meters.get("cepa.fetch.duration").timers()).hasSize(2);
    assertThat(meters.get("cepa.fetch.data.age.seconds").gauge().value()).isEqualTo(300.0);
    assertThat(meters.get("cepa.fetch.fenced").gauge().value()).isZero();
  }

  @Test
  void ageOfNoData_isNotZero() {
    feed("a");
    fetchers();

    assertThat(meters.get("cepa.fetch.data.age.seconds").gauge().value()).isNaN();
  }

  @Test
  void health_followsOutcomeAndAge() throws Exception {
    TestFeed feed = feed("a").serves(details(THREE, 5));
    Fetchers all = fetchers();
    assertThat(health("a")).isEqualTo(Status.UNKNOWN);

    all.fetchOnce(List.of("a"), Duration.ofSeconds(20));
    assertThat(health("a")).isEqualTo(Status.UP);

    clock.advance(Duration.ofHours(30));
    assertThat(health("a")).as("data too old to use").isEqualTo(Status.DOWN);

    clock.advance(Duration.ofHours(-30));
    feed.does(_ -> {
      throw new cepa.error.RetriableException("dead", null);
    });
    all.fetchOnce(List.of("a"), Duration.ofSeconds(20));
    assertThat(health("a")).as("last attempt failed").isEqualTo(Status.DOWN);
    assertThat(new SourceHealth(fetcher("a"), clock).health().getDetails())
        .containsEntry("reason", "dead")
        .containsEntry("stale", false)
        .containsKeys("lastSuccess", "snapshot", "dataAge");
  }

  private TestFeed feed(String source) {
    TestFeed feed = new TestFeed(source);
    fetchers.add(
        new SourceFetcher(
            feed,
            log(source),
            new SourceFetcher.Options(false, Duration.ofDays(14)),
            () -> new Spool(directory),
            clock));
    return feed;
  }

  private MemoryLog log(String source) {
    return logs.computeIfAbsent(source, MemoryLog::new);
  }

  private SourceFetcher fetcher(String source) {
    return fetchers.stream()
        .filter(f -> f.feed().source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private Status health(String source) {
    return new SourceHealth(fetcher(source), clock).health().getStatus();
  }

  private Fetchers fetchers() {
    return new Fetchers(fetchers, new FetchMetrics(meters, clock));
  }

  private void start() {
    var started =
        new FetchSchedule(
            fetchers(),
            true,
            new Random(1),
            duration -> {
              grants.take();
              clock.pause(duration);
            });
    started.start();
    schedule = started;
  }

  private FetchSchedule.Due due() {
    var idle = new FetchSchedule(fetchers(), true, new Random(1), clock);
    return idle.new Due(new TestFeed("a").settings());
  }

  private Downloaded hang() throws InterruptedException {
    boolean over = forEver.await(1, TimeUnit.MINUTES);
    throw new IllegalStateException("hung for ever: " + over);
  }

  private static FetchOutcome failed(@Nullable Duration retryAfter) {
    return new FetchOutcome.Failed("dead", retryAfter);
  }

  private static Duration minutes(long count) {
    return Duration.ofMinutes(count);
  }
}
