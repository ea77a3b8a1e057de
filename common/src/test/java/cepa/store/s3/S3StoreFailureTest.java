package cepa.store.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.store.PreconditionFailedException;
import cepa.store.PutCondition;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A service that answers what each test tells it, in order.
class S3StoreFailureTest {

  private static final byte[] BODY = "body".getBytes(UTF_8);

  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private S3Store store;

  private record Answer(int status, String code, String body, boolean hangUp) {}

  S3StoreFailureTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    store = new S3Store(settings("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    store.close();
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SlowDown", "InternalError", "ServiceUnavailable"})
  void busyService_isAskedAgain(String code) {
    fails(503, code);
    fails(503, code);
    succeeds("");

    assertThat(store.put("a", BODY, "text/plain")).isEqualTo("tag");
    assertThat(requests).hasSize(3);
  }

  @Test
  void busyService_isGivenUpAfterTheAttempts() {
    for (int i = 0; i < 5; i++) {
      fails(503, "SlowDown");
    }

    assertThatThrownBy(() -> store.get("a"))
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("Cannot read a in bucket cepa at http://127.0.0.1:")
        .hasMessageContaining("busy after 3 attempts");
    assertThat(requests).hasSize(3);
  }

  @Test
  void aGatewaysErrorPage_isAskedAgain() {
    answers.add(new Answer(502, "", "<html>Bad gateway</html>", false));
    succeeds("found");

    assertThat(store.get("a").orElseThrow().body()).isEqualTo("found".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch"})
  void refusedCredentials_areNotTriedAgain(String code) {
    fails(403, code);

    assertThatThrownBy(() -> store.put("a", BODY, "text/plain"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("refused the credentials (" + code + ")")
        .hasMessageContaining("cepa.store.s3.secret-key");
    assertThat(requests).hasSize(1);
  }

  @Test
  void missingBucket_isSaidSo() {
    fails(404, "NoSuchBucket");

    assertThatThrownBy(() -> store.get("a"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("there is no bucket cepa")
        .hasMessageContaining("cepa.store.s3.create-bucket=true");
  }

  @Test
  void missingBucket_isSaidByHeadToo() {
    fails(404, "");
    fails(404, "");

    assertThatThrownBy(() -> store.head("a"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("there is no bucket cepa");
  }

  @Test
  void fullService_isPermanent() {
    fails(507, "XMinioStorageFull");

    assertThatThrownBy(() -> store.put("a", BODY, "text/plain"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("full");
    assertThat(requests).hasSize(1);
  }

  @Test
  void lostAnswerToAConditionalPut_isASuccessIfOurBytesAreThere() {
    hangsUp();
    fails(412, "PreconditionFailed");
    succeeds("body");

    String etag = store.put("live.json", BODY, "text/plain", PutCondition.absent());

    assertThat(etag).isEqualTo("tag");
    assertThat(requests)
        .containsExactly("PUT /cepa/live.json", "PUT /cepa/live.json", "GET /cepa/live.json");
  }

  @Test
  void lostAnswerToAConditionalPut_isRefusedIfOtherBytesAreThere() {
    hangsUp();
    fails(412, "PreconditionFailed");
    succeeds("someone else's");

    assertThatThrownBy(() -> store.put("live.json", BODY, "text/plain", PutCondition.absent()))
        .isInstanceOf(PreconditionFailedException.class);
  }

  @Test
  void refusedConditionalPut_isNotAskedAgain() {
    fails(412, "PreconditionFailed");

    assertThatThrownBy(
            () -> store.put("live.json", BODY, "text/plain", PutCondition.ifMatch("old")))
        .isInstanceOf(PreconditionFailedException.class);
    assertThat(requests).hasSize(1);
  }

  @Test
  void unreachableService_mayPassAndNamesTheEndpoint() throws IOException {
    int unused;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      unused = socket.getLocalPort();
    }
    try (var nowhere = new S3Store(settings("http://127.0.0.1:" + unused))) {
      assertThatThrownBy(() -> nowhere.get("a"))
          .isInstanceOf(RetriableException.class)
          .hasMessageContaining("at http://127.0.0.1:" + unused)
          .hasMessageContaining("cepa.store.s3.endpoint");
    }
  }

  @Test
  void messages_neverHoldTheSecret() {
    fails(403, "AccessDenied");

    assertThatThrownBy(() -> store.get("a"))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("hush-hush"));
  }

  private static S3Settings settings(String endpoint) {
    return new S3Settings(
        URI.create(endpoint),
        "cepa",
        "us-east-1",
        "AK",
        new Secret("hush-hush"),
        "",
        false,
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        3,
        Duration.ofMillis(1));
  }

  private void fails(int status, String code) {
    answers.add(new Answer(status, code, "", false));
  }

  private void succeeds(String body) {
    answers.add(new Answer(200, "", body, false));
  }

  private void hangsUp() {
    answers.add(new Answer(0, "", "", true));
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    Answer answer = answers.remove();
    if (answer.hangUp()) {
      exchange.close();
      return;
    }
    String text = answer.body();
    if (!answer.code().isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", "application/xml");
      text = "<Error><Code>" + answer.code() + "</Code><Message>as told</Message></Error>";
    }
    exchange.getResponseHeaders().set("ETag", "\"tag\"");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
