package cepa.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.fetcher.kafka.KafkaSourceLog;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.KafkaClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/// A source that publishes to a real log, for each test a new one.
@Tag("broker")
abstract class OnARealLog {

  static final String THREE = "2026-08-22 15:00:00";

  static final String FOUR = "2026-08-22 16:00:00";

  static Broker broker;

  @TempDir Path directory;

  final HandClock clock = new HandClock("2026-08-22T15:05:00Z");

  final List<SourceFetcher> opened = new ArrayList<>();

  TestFeed feed;

  SourceFetcher fetcher;

  @BeforeAll
  static void start() {
    broker = new Broker();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void open(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    feed = new TestFeed("test-" + Integer.toHexString(name.hashCode()));
    fetcher = fetcher(feed, false);
  }

  @AfterEach
  void close() {
    opened.forEach(SourceFetcher::close);
  }

  FetchOutcome fetch() throws InterruptedException {
    return fetcher.fetch(SourceFetcher.NextAttempt.NEVER).outcome();
  }

  static SnapshotManifest published(FetchOutcome outcome) {
    assertThat(outcome).isInstanceOf(FetchOutcome.Published.class);
    return ((FetchOutcome.Published) outcome).snapshot();
  }

  SourceFetcher fetcher(TestFeed of, boolean acceptAbsurd) {
    return fetcher(of, acceptAbsurd, broker.clients());
  }

  SourceFetcher fetcher(TestFeed of, boolean acceptAbsurd, KafkaClients clients) {
    var made =
        new SourceFetcher(
            of,
            new KafkaSourceLog(clients, of.source()),
            new SourceFetcher.Options(acceptAbsurd, Duration.ofDays(14)),
            () -> new Spool(directory),
            clock);
    opened.add(made);
    return made;
  }
}
