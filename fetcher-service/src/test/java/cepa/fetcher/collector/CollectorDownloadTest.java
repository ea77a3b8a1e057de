package cepa.fetcher.collector;

import static cepa.fetcher.CollectorTexts.descriptors;
import static cepa.fetcher.CollectorTexts.vote;
import static cepa.fetcher.OnionooDocuments.fingerprint;
import static cepa.fetcher.Upstream.body;
import static cepa.fetcher.Upstream.cutShort;
import static cepa.fetcher.Upstream.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.fetcher.AttemptMeter;
import cepa.fetcher.BusyUpstreamException;
import cepa.fetcher.DownloadContext;
import cepa.fetcher.Downloaded;
import cepa.fetcher.Downloaded.Obtained;
import cepa.fetcher.FeedSettings;
import cepa.fetcher.FileServer;
import cepa.fetcher.HandClock;
import cepa.fetcher.Retries;
import cepa.fetcher.RetryPolicy;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.Spool;
import cepa.fetcher.TransferLimits;
import cepa.fetcher.Upstream;
import cepa.fetcher.http.HttpFetch;
import cepa.topic.DocumentRef;
import cepa.topic.OffsetRange;
import cepa.topic.SnapshotManifest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CollectorDownloadTest {

  private static final String THREE = "2026-08-22 15:00:00";
  private static final String FOUR = "2026-08-22 16:00:00";
  private static final CollectorFiles VOTES =
      new CollectorFiles(
          new FileNames("-vote-([0-9A-F]{40})-[0-9A-F]{40}", name -> name.group(2)),
          Selection.newestOfEach(Duration.ofHours(1)),
          new NetworkStatusSplitter(NetworkStatusSplitter.Kind.VOTE),
          Duration.ZERO);

  @TempDir Path directory;

  private final FileServer collector = new FileServer();
  private final AttemptMeter meter = new AttemptMeter();
  private final List<Spool> spools = new ArrayList<>();
  private HttpFetch http;

  @BeforeEach
  void open() {
    HandClock clock = new HandClock("2026-08-22T15:40:00Z");
    http = new HttpFetch(Duration.ofSeconds(5), "Test", new Retries(new Random(1), clock), clock);
  }

  @AfterEach
  void close() {
    http.close();
    collector.close();
    spools.forEach(Spool::close);
  }

  @Test
  void newestVotes_areLoadedAndSplit() throws Exception {
    put(THREE, 1);
    put(THREE, 2);
    put(FOUR, 2);
    put("2026-08-22 14:00:00", 3);

    Map<String, SplitDocument> loaded = splits(download(null));

    assertThat(loaded).containsOnlyKeys(fingerprint(1), fingerprint(2));
    SplitDocument late = split(loaded, 1);
    assertThat(late.published()).isEqualTo(Instant.parse("2026-08-22T15:00:00Z"));
    assertThat(late.envelope())
        .containsEntry("file", name(THREE, 1))
        .containsEntry("valid_after", THREE)
        .doesNotContainKey("files_skipped");
    assertThat(late.entities().size()).isEqualTo(5);
    assertThat(collector.loaded()).containsExactlyInAnyOrder(path(THREE, 1), path(FOUR, 2));
    assertThat(meter.requests()).isEqualTo(3);
  }

  @Test
  void knownFiles_areKeptAndNotLoadedAgain() throws Exception {
    put(THREE, 1);
    put(THREE, 2);
    SnapshotManifest previous = manifest(download(null));
    put(FOUR, 2);
    collector.forgetRequests();

    Downloaded.Documents documents = download(previous);

    assertThat(collector.loaded()).containsExactly(path(FOUR, 2));
    assertThat(documents.documents())
        .filteredOn(Obtained.Kept.class::isInstance)
        .containsExactly(new Obtained.Kept(previous.documents().getFirst()));
    assertThat(splits(documents)).containsOnlyKeys(fingerprint(2));
  }

  @Test
  void sameFiles_areNotModified() throws Exception {
    put(THREE, 1);
    put(THREE, 2);
    SnapshotManifest previous = manifest(download(null));
    collector.forgetRequests();

    assertThat(run(previous)).isEqualTo(new Downloaded.NotModified());
    assertThat(collector.loaded()).isEmpty();
  }

  @Test
  void fileThatIsGone_takesItsDocumentAlong() throws Exception {
    put(THREE, 1);
    put(THREE, 2);
    SnapshotManifest previous = manifest(download(null));
    collector.remove(path(THREE, 1));

    assertThat(download(previous).documents())
        .containsExactly(new Obtained.Kept(previous.documents().getLast()));
  }

  @Test
  void badFiles_arePassedOverAndTold() throws Exception {
    byte[] bytes = vote(THREE, fingerprint(4), 3).getBytes(UTF_8);
    put(THREE, 1);
    put(THREE, 2, status(404));
    put(THREE, 3, cutShort(bytes));
    put(THREE, 4, body(vote(THREE, fingerprint(4), 3).replaceAll("(?s)directory-footer.*", "")));
    put(THREE, 5, body(vote(FOUR, fingerprint(5), 3)));
    put(THREE, 6, body(vote(THREE, fingerprint(7), 3)));
    put(THREE, 8, body("<html>Busy</html>"));
    put(THREE, 9);

    Map<String, SplitDocument> loaded = splits(download(null));

    assertThat(loaded).containsOnlyKeys(fingerprint(1), fingerprint(9));
    assertThat(split(loaded, 1).envelope()).doesNotContainKey("files_skipped");
    assertThat(split(loaded, 9).envelope())
        .containsEntry(
            "files_skipped",
            IntStream.of(2, 3, 4, 5, 6, 8)
                .mapToObj(i -> name(THREE, i))
                .collect(Collectors.joining(" ")));
    assertThat(collector.requests(path(THREE, 3))).as("tries").isEqualTo(3);
  }

  @Test
  void skippedFile_isTriedAgainAndNoLongerTold() throws Exception {
    put(THREE, 1, status(500));
    put(THREE, 2);
    SnapshotManifest previous = manifest(download(null));
    assertThat(previous.documents().getFirst().envelope())
        .containsEntry("files_skipped", name(THREE, 1));
    put(THREE, 1);

    Downloaded.Documents documents = download(previous);

    assertThat(splits(documents)).containsOnlyKeys(fingerprint(1));
    assertThat(documents.documents())
        .filteredOn(Obtained.Kept.class::isInstance)
        .singleElement()
        .satisfies(kept ->
            assertThat(((Obtained.Kept) kept).ref().envelope()).doesNotContainKey("files_skipped"));
  }

  @Test
  void skippedFileThatStaysBad_isNoNewFailure() throws Exception {
    put(THREE, 1, status(404));
    put(THREE, 2);
    SnapshotManifest previous = manifest(download(null));

    assertThat(download(previous).documents())
        .containsExactly(new Obtained.Kept(previous.documents().getFirst()));
  }

  @Test
  void noneOfTheNewFiles_isAFailure() throws Exception {
    put(THREE, 1);
    put(THREE, 2);
    SnapshotManifest previous = manifest(download(null));
    put(FOUR, 1, status(500));
    put(FOUR, 2, status(404));

    assertThatThrownBy(() -> download(previous))
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("Not one of 2 new files of " + collector.url("votes/"))
        .hasMessageContaining(name(FOUR, 1))
        .hasMessageContaining("status 500");
  }

  @Test
  void onlyPermanentFailures_areAPermanentFailure() {
    put(THREE, 1, status(404));

    assertThatThrownBy(() -> download(null))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("status 404");
  }

  @Test
  void busyUpstream_isLeftAloneAsLongAsItAsks() {
    put(THREE, 1, status(429).with("Retry-After", "3000"));
    put(THREE, 2, status(500));

    assertThatThrownBy(() -> download(null))
        .isInstanceOfSatisfying(
            BusyUpstreamException.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofMinutes(50)));
  }

  @Test
  void listingWithoutFiles_isAFailure() {
    collector.put("votes/", "<html>Down for maintenance</html>");

    assertThatThrownBy(() -> download(null))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("lists no file named like")
        .hasMessageContaining("is the URL right?");
  }

  @Test
  void listingThatFails_isAFailure() {
    collector.put("votes/", status(503));

    assertThatThrownBy(() -> download(null))
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("status 503");
    assertThat(collector.requests("votes/")).isEqualTo(3);
  }

  @Test
  void listingOfTooManyFiles_isAFailureBeforeAnyIsLoaded() {
    for (int i = 0; i <= 250; i++) {
      put(THREE, i);
    }

    assertThatThrownBy(() -> download(null))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("lists 251 files that count");
    assertThat(collector.loaded()).isEmpty();
  }

  @Test
  void hugeListing_isAFailure() {
    collector.put("votes/", " ".repeat(17 * 1024 * 1024));

    assertThatThrownBy(() -> download(null))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("brought more than");
  }

  @Test
  void fileLargerThanAllowed_isPassedOver() throws Exception {
    put(THREE, 1, body(vote(THREE, fingerprint(1), 20_000)));
    put(THREE, 2);

    assertThat(splits(download(null))).containsOnlyKeys(fingerprint(2));
  }

  @Test
  void deadline_isOneForAllFiles() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    put(THREE, 1, _ -> await(over));
    put(THREE, 2);
    put(
        THREE,
        3,
        exchange -> {
          status(500).answer(exchange);
          await(over);
        });

    long began = System.nanoTime();
    Map<String, SplitDocument> loaded =
        splits((Downloaded.Documents) run(null, settings(Duration.ofSeconds(2)), 3));
    over.countDown();

    assertThat(loaded).containsOnlyKeys(fingerprint(2));
    assertThat(split(loaded, 2).envelope())
        .containsEntry("files_skipped", name(THREE, 1) + " " + name(THREE, 3));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void transfers_areLimitedInNumber() throws Exception {
    CountDownLatch three = new CountDownLatch(3);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    for (int i = 1; i <= 12; i++) {
      Upstream.Answer vote = body(vote(THREE, fingerprint(i), 3));
      put(
          THREE,
          i,
          exchange -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            three.countDown();
            await(three);
            running.decrementAndGet();
            vote.answer(exchange);
          });
    }

    Downloaded downloaded = run(null, settings(Duration.ofSeconds(20)), 3);

    assertThat(splits((Downloaded.Documents) downloaded)).hasSize(12);
    assertThat(most).hasValue(3);
  }

  @Test
  void interruptedAttempt_endsWithAllItsTransfers() throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    CountDownLatch over = new CountDownLatch(1);
    for (int i = 1; i <= 2; i++) {
      put(
          THREE,
          i,
          _ -> {
            asked.countDown();
            await(over);
          });
    }
    List<Throwable> ends = new ArrayList<>();
    Thread attempt =
        Thread.startVirtualThread(() -> {
          try {
            download(null);
          } catch (Exception e) {
            ends.add(e);
          }
        });
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

    attempt.interrupt();
    attempt.join();
    over.countDown();

    assertThat(ends).singleElement().isInstanceOf(InterruptedException.class);
  }

  @Test
  void descriptorFilesOfAnHour_areOneNewFile() throws Exception {
    CollectorFiles files =
        new CollectorFiles(
            new FileNames("-server-descriptors", name -> name.group()),
            Selection.window(Duration.ofHours(20), 1),
            document ->
                new SplitDocument(
                    document,
                    Instant.parse("2026-08-22T15:00:00Z"),
                    Map.of("relays", "1"),
                    new cepa.fetcher.Entities()),
            Duration.ofDays(2));
    for (int hour = 10; hour < 20; hour++) {
      collector.put("d/2026-08-22-" + hour + "-05-00-server-descriptors", descriptors(hour));
    }
    var download = new CollectorDownload(http, settings("d/", Duration.ofSeconds(20)), 2, files);
    SnapshotManifest previous = manifest((Downloaded.Documents) download.download(context(null)));
    collector.put("d/2026-08-22-20-05-00-server-descriptors", descriptors(20));
    collector.forgetRequests();

    var documents = (Downloaded.Documents) download.download(context(previous));

    assertThat(documents.documents()).hasSize(11);
    assertThat(collector.loaded()).containsExactly("d/2026-08-22-20-05-00-server-descriptors");
  }

  private static SplitDocument split(Map<String, SplitDocument> splits, int authority) {
    return Objects.requireNonNull(splits.get(fingerprint(authority)));
  }

  private static void await(CountDownLatch latch) {
    try {
      boolean _ = latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(String validAfter, int authority) {
    put(validAfter, authority, body(vote(validAfter, fingerprint(authority), 3)));
  }

  private void put(String validAfter, int authority, Upstream.Answer answer) {
    collector.put(path(validAfter, authority), answer);
  }

  private static String path(String validAfter, int authority) {
    return "votes/" + name(validAfter, authority);
  }

  private static String name(String validAfter, int authority) {
    return validAfter.replaceAll("[ :]", "-")
        + "-vote-"
        + fingerprint(authority)
        + "-"
        + "D".repeat(40);
  }

  private Downloaded.Documents download(@Nullable SnapshotManifest previous)
      throws InterruptedException {
    return (Downloaded.Documents) run(previous);
  }

  private Downloaded run(@Nullable SnapshotManifest previous) throws InterruptedException {
    return run(previous, settings(Duration.ofSeconds(20)), 4);
  }

  private Downloaded run(@Nullable SnapshotManifest previous, FeedSettings settings, int parallel)
      throws InterruptedException {
    return new CollectorDownload(http, settings, parallel, VOTES).download(context(previous));
  }

  private DownloadContext context(@Nullable SnapshotManifest previous) {
    Spool spool = new Spool(directory);
    spools.add(spool);
    return new DownloadContext(previous, spool, meter);
  }

  private FeedSettings settings(Duration total) {
    return settings("votes/", total);
  }

  private FeedSettings settings(String path, Duration total) {
    URI endpoint = collector.url(path);
    return new FeedSettings(
        endpoint,
        Duration.ofMinutes(10),
        Duration.ofMinutes(2),
        Duration.ofHours(6),
        Duration.ofHours(24),
        new TransferLimits(Duration.ofSeconds(10), total, 1_000_000),
        new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMinutes(2)));
  }

  private static Map<String, SplitDocument> splits(Downloaded.Documents documents) {
    Map<String, SplitDocument> splits = new java.util.TreeMap<>();
    for (Obtained obtained : documents.documents()) {
      if (obtained instanceof Obtained.Split(SplitDocument split)) {
        splits.put(obtained.name(), split);
      }
    }
    return splits;
  }

  /// What the engine would have published of these documents.
  private SnapshotManifest manifest(Downloaded.Documents documents) {
    List<DocumentRef> refs =
        splits(documents).values().stream()
            .map(split ->
                new DocumentRef(
                    split.document().name(),
                    split.document().sha256(),
                    split.document().bytes(),
                    split.entities().size(),
                    split.envelope(),
                    List.of(new OffsetRange(0, 0, 9, 9, "d"))))
            .toList();
    Instant time = Instant.parse("2026-08-22T15:00:00Z");
    return new SnapshotManifest("id", "test", "e", time, time, null, null, refs);
  }
}
