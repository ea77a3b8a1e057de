package cepa.fetcher.http;

import static cepa.fetcher.Upstream.body;
import static cepa.fetcher.Upstream.chunked;
import static cepa.fetcher.Upstream.cutShort;
import static cepa.fetcher.Upstream.gzip;
import static cepa.fetcher.Upstream.packed;
import static cepa.fetcher.Upstream.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.fetcher.AttemptMeter;
import cepa.fetcher.BusyUpstreamException;
import cepa.fetcher.DownloadContext;
import cepa.fetcher.HandClock;
import cepa.fetcher.Retries;
import cepa.fetcher.RetryPolicy;
import cepa.fetcher.Spool;
import cepa.fetcher.SpooledDocument;
import cepa.fetcher.TransferLimits;
import cepa.fetcher.Upstream;
import cepa.topic.SnapshotManifest.Validators;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpFetchTest {

  private static final String TEXT = "{\"relays\":[]}".repeat(10_000);
  private static final TransferLimits LIMITS =
      new TransferLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), 10_000_000);

  @TempDir Path directory;

  private final HandClock clock = new HandClock("2026-08-22T15:00:00Z");
  private final Upstream upstream = new Upstream();
  private final AttemptMeter meter = new AttemptMeter();
  private HttpFetch http;
  private Spool spool;

  @BeforeEach
  void open() {
    http =
        new HttpFetch(Duration.ofSeconds(5), "Cepa/test", new Retries(new Random(1), clock), clock);
    spool = new Spool(directory);
  }

  @AfterEach
  void close() throws IOException {
    spool.close();
    http.close();
    upstream.close();
    try (var left = Files.list(directory)) {
      assertThat(left).as("files left in the spool directory").isEmpty();
    }
  }

  @Test
  void plainBody_arrivesWithLengthAndDigest() throws Exception {
    upstream.answers(body("abc"));

    SpooledDocument document = got(get(LIMITS, null, 0)).document();

    assertThat(text(document)).isEqualTo("abc");
    assertThat(document.name()).isEqualTo("details");
    assertThat(document.bytes()).isEqualTo(3);
    assertThat(document.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(meter.requests()).isEqualTo(1);
    assertThat(meter.httpStatus()).isEqualTo(200);
    assertThat(meter.bytes()).isEqualTo(3);
  }

  @Test
  void requests_nameTheProjectAndOfferGzip() throws Exception {
    upstream.answers(body("abc"));

    got(get(LIMITS, null, 0));

    var headers = upstream.requests().getFirst();
    assertThat(headers.getFirst("User-Agent")).isEqualTo("Cepa/test");
    assertThat(headers.getFirst("Accept-Encoding")).isEqualTo("gzip");
    assertThat(headers.getFirst("Accept")).isEqualTo("application/json");
    assertThat(headers).doesNotContainKeys("If-None-match", "If-modified-since");
  }

  @Test
  void gzipAndChunks_areUndone() throws Exception {
    upstream.answers(gzip(TEXT.getBytes(UTF_8)), chunked(TEXT));

    assertThat(text(got(get(LIMITS, null, 0)).document())).isEqualTo(TEXT);
    assertThat(text(got(get(LIMITS, null, 0)).document())).isEqualTo(TEXT);
  }

  @Test
  void validators_comeBackVerbatim() throws Exception {
    upstream.answers(
        body("abc")
            .with("ETag", "W/\"weak and odd\"")
            .with("Last-Modified", "Sat, 22 Aug 2026 15:00:07 GMT"),
        status(304));
    Validators validators = got(get(LIMITS, null, 0)).validators();

    Answer answer = http.get(get(LIMITS, validators, 0), context());

    assertThat(answer).isInstanceOf(Answer.NotModified.class);
    assertThat(upstream.requests().get(1).getFirst("If-None-Match"))
        .isEqualTo("W/\"weak and odd\"");
    assertThat(upstream.requests().get(1).getFirst("If-Modified-Since"))
        .isEqualTo("Sat, 22 Aug 2026 15:00:07 GMT");
  }

  @Test
  void oddValidators_areNotKept() throws Exception {
    upstream.answers(
        body("abc").with("ETag", "\"\u00e9\"").with("Last-Modified", "x".repeat(2_000)));

    assertThat(got(get(LIMITS, null, 0)).validators()).isNull();
  }

  @Test
  void notModifiedWithoutACondition_isRefused() {
    upstream.answers(status(304));

    assertThatThrownBy(() -> got(get(LIMITS, null, 3)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("not conditional");
    assertThat(upstream.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void passingStatuses_areTriedAgain(int status) throws Exception {
    upstream.answers(status(status), status(status), body("abc"));

    assertThat(text(got(get(LIMITS, null, 3)).document())).isEqualTo("abc");
    assertThat(upstream.requests()).hasSize(3);
    assertThat(meter.requests()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 206, 400, 401, 403, 404, 410})
  void lastingStatuses_areNot(int status) {
    upstream.answers(status(status));

    assertThatThrownBy(() -> got(get(LIMITS, null, 3)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("status " + status)
        .hasMessageContaining(upstream.url().toString());
    assertThat(upstream.requests()).hasSize(1);
    assertThat(meter.httpStatus()).isEqualTo(status);
  }

  @Test
  void retryAfter_isWaitedFor() throws Exception {
    upstream.answers(status(503).with("Retry-After", "77"), body("abc"));

    got(get(LIMITS, null, 3));

    assertThat(clock.pauses()).containsExactly(Duration.ofSeconds(77));
  }

  @Test
  void longRetryAfter_endsTheAttempt() {
    upstream.answers(status(429).with("Retry-After", "3600"));

    assertThatThrownBy(() -> got(get(LIMITS, null, 3)))
        .isInstanceOfSatisfying(
            BusyUpstreamException.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofHours(1)));
    assertThat(upstream.requests()).hasSize(1);
  }

  @Test
  void refusedConnection_isTriedAgain() throws Exception {
    URI nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/details");
    }
    Get get = new Get(nobody, "details", "*/*", null, LIMITS, retries(2));

    assertThatThrownBy(() -> http.get(get, context()))
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining(nobody.toString());
    assertThat(meter.requests()).isEqualTo(3);
    assertThat(meter.httpStatus()).isNull();
  }

  @Test
  void shortBody_isNoticedAndTriedAgain() throws Exception {
    upstream.answers(cutShort(TEXT.getBytes(UTF_8)), body(TEXT));

    assertThat(text(got(get(LIMITS, null, 1)).document())).isEqualTo(TEXT);
    assertThat(upstream.requests()).hasSize(2);
  }

  @Test
  void shortGzipBody_isNoticed() {
    byte[] packed = packed(randomText());
    upstream.answers(cutShort(packed).with("Content-Encoding", "gzip"));

    assertThatThrownBy(() -> got(get(LIMITS, null, 0))).isInstanceOf(RetriableException.class);
  }

  @Test
  void damagedGzip_isNoticed() {
    byte[] packed = packed(randomText());
    packed[packed.length / 2] ^= 1;
    upstream.answers(exchange -> {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(200, packed.length);
      exchange.getResponseBody().write(packed);
    });

    assertThatThrownBy(() -> got(get(LIMITS, null, 0))).isInstanceOf(RetriableException.class);
  }

  @Test
  void unknownEncoding_isRefused() {
    upstream.answers(body("abc").with("Content-Encoding", "br"));

    assertThatThrownBy(() -> got(get(LIMITS, null, 3)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("'br'");
  }

  @Test
  void bomb_isDefusedAtTheLimit() {
    upstream.answers(gzip(new byte[50_000_000]));

    assertThatThrownBy(() -> got(get(LIMITS, null, 3)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("more than 10000000 bytes")
        .hasMessageContaining("max-size");
    assertThat(upstream.requests()).hasSize(1);
    assertThat(meter.bytes()).isLessThan(11_000_000);
  }

  @Test
  void stallWithinTheIdleLimit_isSurvived() throws Exception {
    // The reference gave up a body after five seconds of silence whatever its limits (D-05). Here
    // with a tenth of the seven seconds that the rule names.
    upstream.answers(upstream.stalled(TEXT, 700));
    TransferLimits limits =
        new TransferLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 10_000_000);

    assertThat(text(got(get(limits, null, 0)).document())).isEqualTo(TEXT);
  }

  @Test
  void stallBeyondTheIdleLimit_endsTheTry() {
    upstream.answers(upstream.stalled(TEXT, 60_000));
    TransferLimits limits =
        new TransferLimits(Duration.ofMillis(200), Duration.ofSeconds(20), 10_000_000);

    assertThatThrownBy(() -> got(get(limits, null, 0)))
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("no byte came for 200 ms");
  }

  @Test
  void drip_isEndedByTheTotalLimit() {
    upstream.answers(upstream.drip(20));
    TransferLimits limits =
        new TransferLimits(Duration.ofSeconds(10), Duration.ofMillis(400), 10_000_000);
    long began = System.nanoTime();

    assertThatThrownBy(() -> got(get(limits, null, 0)))
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("total time");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void silence_isEndedByTheTotalLimit() {
    upstream.answers(upstream.silence());
    TransferLimits limits =
        new TransferLimits(Duration.ofSeconds(10), Duration.ofMillis(300), 10_000_000);
    long began = System.nanoTime();

    assertThatThrownBy(() -> got(get(limits, null, 1))).isInstanceOf(RetriableException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    assertThat(meter.requests()).isEqualTo(2);
  }

  @Test
  void redirect_isFollowed() throws Exception {
    upstream.answers(status(302).with("Location", "/elsewhere"), body("abc"));

    assertThat(text(got(get(LIMITS, null, 0)).document())).isEqualTo("abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://host/x",
        "",
        "http:",
        "//",
        "http://[bad",
        "http://127.0.0.1:99999/"
      })
  void otherRedirects_areRefused(String location) {
    upstream.answers(status(302).with("Location", location));

    assertThatThrownBy(() -> got(get(LIMITS, null, 3)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("GET http");
    assertThat(upstream.requests()).hasSize(1);
  }

  @Test
  void circle_ends() {
    upstream.answers(status(302).with("Location", "/details"));

    assertThatThrownBy(() -> got(get(LIMITS, null, 0)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("more than 5 times");
    assertThat(upstream.requests()).hasSize(6);
  }

  @Test
  void interruption_endsAtOnce() throws Exception {
    upstream.answers(upstream.stalled(TEXT, 60_000));
    Thread thread = Thread.currentThread();
    Thread.ofVirtual()
        .start(() -> {
          while (meter.httpStatus() == null) {
            Thread.onSpinWait();
          }
          thread.interrupt();
        });

    assertThatThrownBy(() -> got(get(LIMITS, null, 3))).isInstanceOf(InterruptedException.class);
    assertThat(upstream.requests()).hasSize(1);
  }

  private Answer.Body got(Get get) throws InterruptedException {
    return (Answer.Body) http.get(get, context());
  }

  private DownloadContext context() {
    return new DownloadContext(null, spool, meter);
  }

  private Get get(TransferLimits limits, @Nullable Validators validators, int retries) {
    return new Get(
        upstream.url(), "details", "application/json", validators, limits, retries(retries));
  }

  private static RetryPolicy retries(int count) {
    return new RetryPolicy(count, Duration.ofSeconds(2), Duration.ofMinutes(2));
  }

  private static byte[] randomText() {
    byte[] bytes = new byte[100_000];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static String text(SpooledDocument document) {
    byte[] bytes = document.slice(0, (int) document.bytes());
    assertThat(Arrays.equals(bytes, readAll(document))).isTrue();
    return new String(bytes, UTF_8);
  }

  private static byte[] readAll(SpooledDocument document) {
    try (var in = document.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
