package cepa.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildStore;
import cepa.topic.SourceStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class SiteSwitchTest {

  private final MemoryStore store = new MemoryStore();

  @Test
  void beforeTheFirstBuild_readersAreToldWhatIsAwaited() {
    try (var edge = new EdgeFixture(store)) {
      edge.statuses.accept(status("onionoo-details", SourceStatus.Outcome.FAILED));

      Http.Reply reply = edge.get("/");

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.header("retry-after")).isEqualTo("5");
      assertThat(reply.header("refresh")).isEqualTo("5");
      assertThat(reply.header("cache-control")).isEqualTo("no-store");
      assertThat(reply.text()).contains("first build", "onionoo-details is awaited");
      assertThat(edge.get("/healthz").status()).isEqualTo(503);
      assertThat(edge.get("/status.json").text()).contains("\"state\":\"awaiting\"");
      assertThat(edge.health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

      TestBuild.numbered(1).live(store);
      edge.awaitLive(1);
      assertThat(edge.get("/").text()).isEqualTo("home 1");
    }
  }

  @Test
  void hundredSwitches_neverMixTwoBuilds() throws InterruptedException {
    for (int number = 0; number < 4; number++) {
      stored(number);
    }
    TestBuild.point(store, TestBuild.id(0), false);
    try (var edge = new EdgeFixture(store);
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var stop = new AtomicBoolean();
      var reads = new AtomicInteger();
      Queue<String> mixed = new ConcurrentLinkedQueue<>();
      IntStream.range(0, 4)
          .forEach(i ->
              readers.execute(() -> {
                while (!stop.get()) {
                  readPageAndStylesheet(edge, mixed);
                  reads.incrementAndGet();
                }
              }));
      for (int turn = 1; turn <= 100; turn++) {
        TestBuild.point(store, TestBuild.id(turn % 4), false);
        edge.live.check();
        int seen = reads.get();
        Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> reads.get() > seen);
      }
      stop.set(true);
      readers.shutdown();
      assertThat(mixed).isEmpty();
      assertThat(reads.get()).isGreaterThanOrEqualTo(100);
    }
  }

  @Test
  void rollback_bringsBackTheSameBytes() {
    TestBuild.numbered(1).live(store);
    try (var edge = new EdgeFixture(store)) {
      Http.Reply before = edge.get("/", "Accept-Encoding: gzip");
      TestBuild.numbered(2).live(store);
      edge.awaitLive(2);

      TestBuild.point(store, TestBuild.id(1), true);
      edge.awaitLive(1);

      Http.Reply after = edge.get("/", "Accept-Encoding: gzip");
      assertThat(after.bytes()).isEqualTo(before.bytes());
      assertThat(after.header("etag")).isEqualTo(before.header("etag"));
      assertThat(edge.get("/status.json").text()).contains("\"hold\":true");
    }
  }

  @Test
  void sharedParts_areReadOnce() {
    TestBuild.numbered(1).live(store);
    try (var edge = new EdgeFixture(store)) {
      assertThat(edge.get("/").text()).isEqualTo("home 1");
      new TestBuild(TestBuild.id(2))
          .html("/", "home 1")
          .html("/404.html", "nothing here 1")
          .html("/404-relay.html", "no such relay 1")
          .store(store);
      int before = store.reads.get();

      TestBuild.point(store, TestBuild.id(2), false);
      edge.awaitLive(2);

      // The pointer, once by the writer and once by the edge, and the manifest; part and pack are
      // known.
      assertThat(store.reads.get() - before).isEqualTo(3);
      assertThat(edge.get("/").text()).isEqualTo("home 1");
    }
  }

  @Test
  void brokenNewBuild_changesNothingAndIsTold() {
    TestBuild.numbered(1).live(store);
    try (var edge = new EdgeFixture(store)) {
      TestBuild.numbered(2).store(store);
      List<String> parts = new BuildStore(store).manifest(TestBuild.id(2)).orElseThrow().parts();
      store.delete(List.of(BuildStore.partKey(parts.getFirst())));

      TestBuild.point(store, TestBuild.id(2), false);
      edge.live.check();

      assertThat(edge.get("/").text()).isEqualTo("home 1");
      assertThat(edge.health.health().getStatus().getCode()).isEqualTo("DEGRADED");
      assertThat(edge.live.problem()).contains(TestBuild.id(2), "missing");
      assertThat(edge.get("/healthz").text()).isEqualTo("degraded\n");

      TestBuild.numbered(3).live(store);
      edge.awaitLive(3);
      assertThat(edge.health.health().getStatus()).isEqualTo(Status.UP);
    }
  }

  @Test
  void unreadablePointer_changesNothingAndIsFollowedOnceItIsMended() {
    TestBuild.numbered(1).live(store);
    TestBuild.numbered(2).store(store);
    try (var edge = new EdgeFixture(store)) {
      for (String nonsense : List.of("", "[]", "{}", "{\"build\":\"../x\"}", "\u0000")) {
        store.put(BuildStore.LIVE, nonsense.getBytes(StandardCharsets.UTF_8), "x");
        edge.live.check();
        assertThat(edge.live.problem()).isNotNull();
        assertThat(edge.get("/").text()).isEqualTo("home 1");
      }
      store.delete(List.of(BuildStore.LIVE));
      edge.live.check();
      assertThat(edge.live.problem()).contains("vanished");

      TestBuild.point(store, TestBuild.id(2), false);
      edge.awaitLive(2);
    }
  }

  @Test
  void missingAndDamagedPack_failOnlyTheirPages() {
    TestBuild build = TestBuild.numbered(1).live(store);
    store.delete(List.of(BuildStore.packKey(build.packDigest())));
    try (var edge = new EdgeFixture(store)) {
      Http.Reply reply = edge.get("/");
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.header("retry-after")).isEqualTo("5");
      assertThat(reply.header("cache-control")).isEqualTo("no-store");
      assertThat(reply.headers()).doesNotContainKeys("etag", "content-encoding");

      byte[] damaged = "not the pack".getBytes(StandardCharsets.UTF_8);
      store.put(BuildStore.packKey(build.packDigest()), damaged, "x");
      assertThat(edge.get("/").status()).isEqualTo(503);

      TestBuild.numbered(1).store(store);
      assertThat(edge.get("/").text()).isEqualTo("home 1");
    }
  }

  @Test
  void storeDown_servesWhatIsInMemory() {
    TestBuild.numbered(1).live(store);
    try (var edge = new EdgeFixture(store)) {
      assertThat(edge.get("/").status()).isEqualTo(200);

      store.down = true;
      edge.live.check();

      assertThat(edge.get("/").text()).isEqualTo("home 1");
      assertThat(edge.get("/assets/site.0123abcd.css").status()).isEqualTo(503);
      assertThat(edge.health.health().getStatus().getCode()).isEqualTo("DEGRADED");

      store.down = false;
      edge.live.check();
      assertThat(edge.health.health().getStatus()).isEqualTo(Status.UP);
    }
  }

  @Test
  void concurrentReadersOfAPack_fetchItOnce() throws InterruptedException {
    TestBuild.numbered(1).live(store);
    try (var edge = new EdgeFixture(store)) {
      int before = store.reads.get();
      try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 20; i++) {
          readers.execute(() -> assertThat(edge.get("/").status()).isEqualTo(200));
        }
      }
      assertThat(store.reads.get() - before).isEqualTo(1);
      assertThat(edge.meters.get("cepa.edge.requests").tag("outcome", "page").timer().count())
          .isEqualTo(20);
      assertThat(edge.meters.get("cepa.edge.cache.misses").functionCounter().count()).isOne();
    }
  }

  @Test
  void preview_showsItsBuildAndIsNeitherKeptNorIndexed() {
    TestBuild.numbered(1).live(store);
    TestBuild.numbered(2).store(store);
    try (var edge = new EdgeFixture(store)) {
      Http.Reply reply = edge.get("/", "Host: " + TestBuild.id(2) + ".PREVIEW.localhost:8080");

      assertThat(reply.text()).isEqualTo("home 2");
      assertThat(reply.header("x-cepa-build")).isEqualTo(TestBuild.id(2));
      assertThat(reply.header("x-robots-tag")).isEqualTo("noindex, nofollow");
      assertThat(reply.header("cache-control")).isEqualTo("no-store");
      assertThat(reply.headers()).doesNotContainKey("cdn-cache-control");
      assertThat(edge.get("/").text()).isEqualTo("home 1");
      assertThat(edge.get("/", "Host: " + TestBuild.id(3) + ".preview.localhost").status())
          .isEqualTo(404);
      assertThat(edge.get("/", "Host: x.preview.localhost").status()).isEqualTo(404);

      TestBuild.numbered(3).store(store);
      assertThat(edge.get("/", "Host: " + TestBuild.id(3) + ".preview.localhost").text())
          .isEqualTo("home 3");
    }
  }

  @Test
  void siteBelowAPath_isServedThereAndLeadsThere() {
    TestBuild.numbered(1).under("/tor").searchable().html("/country/DE/", "Germany").live(store);
    store.put("assets/site.0123abcd.css", new byte[] {'a'}, "text/css");
    try (var edge = new EdgeFixture(store)) {
      assertThat(edge.get("/tor/country/DE/").text()).isEqualTo("Germany");
      assertThat(edge.get("/tor/").text()).isEqualTo("home 1");
      assertThat(edge.get("/tor").header("location")).isEqualTo("/tor/");
      assertThat(edge.get("/tor/country/de").header("location")).isEqualTo("/tor/country/DE/");
      assertThat(edge.get("/tor/search?q=fr").header("location")).isEqualTo("/tor/country/FR/");
      assertThat(edge.get("/tor/assets/site.0123abcd.css").text()).isEqualTo("a");
      assertThat(edge.get("/tor/healthz").text()).isEqualTo("ok\n");
      assertThat(edge.get("/torx/").status()).isEqualTo(404);
      assertThat(edge.get("/country/DE/").text()).isEqualTo("Germany");
    }
  }

  @Test
  void status_tellsBuildAndSources() {
    TestBuild.numbered(1).live(store);
    try (var edge = new EdgeFixture(store)) {
      assertThat(edge.get("/status.json").text())
          .contains(
              "\"state\":\"ok\"",
              "\"build\":\"" + TestBuild.id(1) + "\"",
              "\"asOf\":\"2026-01-02T03:00:00Z\"",
              "\"activated\":\"2026-01-02T03:04:05Z\"",
              "\"hold\":false",
              "\"pages\":3",
              "\"codeVersion\":\"c0de\"",
              "\"sources\":null");

      edge.statuses.accept(status("onionoo-details", SourceStatus.Outcome.PUBLISHED));

      Http.Reply reply = edge.get("/status.json");
      assertThat(reply.header("cache-control")).isEqualTo("no-store");
      assertThat(reply.text())
          .contains(
              "\"source\":\"onionoo-details\"",
              "\"outcome\":\"published\"",
              "\"published\":\"2026-01-02T03:00:00Z\"",
              "\"ageSeconds\":245",
              "\"consecutiveFailures\":0",
              "\"nextAttempt\":null");
    }
  }

  private void stored(int number) {
    TestBuild.numbered(number)
        .html("/page/", "page " + number + " with /assets/site.%08x.css".formatted(number))
        .store(store);
    store.put(
        "assets/site.%08x.css".formatted(number),
        ("style " + number).getBytes(StandardCharsets.UTF_8),
        "text/css");
  }

  private static void readPageAndStylesheet(EdgeFixture edge, Queue<String> mixed) {
    Http.Reply page = edge.get("/page/", "Accept-Encoding: gzip");
    String build = page.header("x-cepa-build");
    String number = page.text().split(" ")[1];
    String style = page.text().substring(page.text().indexOf("/assets/"));
    String css = edge.get(style).text();
    if (!build.equals(TestBuild.id(Integer.parseInt(number))) || !css.equals("style " + number)) {
      mixed.add(build + ": " + page.text() + ", " + css);
    }
  }

  private static SourceStatus status(String source, SourceStatus.Outcome outcome) {
    Instant at = TestBuild.AS_OF;
    boolean well = outcome != SourceStatus.Outcome.FAILED;
    return new SourceStatus(
        source,
        outcome,
        well ? null : "connection refused",
        at,
        5,
        1,
        well ? 200 : null,
        10,
        well ? at : null,
        well ? 0 : 1,
        well ? "snapshot" : null,
        well ? at : null,
        null);
  }
}
