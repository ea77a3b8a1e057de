package cepa.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.simulator.fault.Absurdity;
import cepa.simulator.fault.Fault;
import cepa.simulator.fault.FaultAction;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLConnection;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FaultsOverHttpTest {

  private static final String PATH = "/details";

  private final RunningSimulator running = new RunningSimulator();
  private String good = "";

  @BeforeEach
  void fetchTheGoodDocument() throws IOException {
    good = running.get(PATH).body();
  }

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void status_isAnsweredAsOftenAsWanted_thenAllIsWell() throws IOException {
    add(new Fault(PATH, new FaultAction.Status(429, Duration.ofSeconds(9)), 2));
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> response = running.get(PATH);
      assertThat(response.statusCode()).isEqualTo(429);
      assertThat(response.headers().firstValue("Retry-After")).hasValue("9");
    }
    assertThat(running.get(PATH).body()).isEqualTo(good);
  }

  @Test
  void otherPaths_areNotHit() throws IOException {
    add(Fault.always("/uptime", new FaultAction.Status(500)));
    assertThat(running.get(PATH).statusCode()).isEqualTo(200);
    assertThat(running.get("/onionoo/uptime").statusCode()).isEqualTo(500);
    running.simulator().faults().clear();
    assertThat(running.get("/uptime").statusCode()).isEqualTo(200);
  }

  @Test
  void reset_breaksTheConnection() {
    add(Fault.always(PATH, new FaultAction.Reset()));
    assertThatThrownBy(() -> running.get(PATH)).isInstanceOf(IOException.class);
  }

  @Test
  void truncatedBody_endsBeforeThePromisedLength() {
    add(Fault.always(PATH, new FaultAction.Truncate(0.5)));
    assertThatThrownBy(() -> running.get(PATH)).isInstanceOf(IOException.class);
  }

  @Test
  void cutBody_isCompleteAndBroken() throws IOException {
    add(Fault.once(PATH, new FaultAction.Cut(0.25)));
    HttpResponse<String> response = running.get(PATH);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(good.substring(0, good.length() / 4));
    assertThatThrownBy(() -> JsonMapper.shared().readTree(response.body()))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void garbage_isHtmlThatClaimsToBeJson() throws IOException {
    add(Fault.once(PATH, new FaultAction.Garbage()));
    HttpResponse<String> response = running.get(PATH);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).contains("json");
    assertThat(response.body()).startsWith("<html>");
  }

  @Test
  void wrongType_hasTheRightBody() throws IOException {
    add(Fault.once(PATH, new FaultAction.WrongType("text/html")));
    HttpResponse<String> response = running.get(PATH);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html");
    assertThat(response.body()).isEqualTo(good);
  }

  @Test
  void notModified_isSaidToEverybody() throws IOException {
    add(Fault.once(PATH, new FaultAction.NotModified()));
    assertThat(running.get(PATH).statusCode()).isEqualTo(304);
    assertThat(running.get(PATH).statusCode()).isEqualTo(200);
  }

  @Test
  void absurdDocuments_areWellFormed_andLookNewer() throws IOException {
    String modified = running.head(PATH).headers().firstValue("Last-Modified").orElseThrow();
    Map<String, String> condition = Map.of("If-Modified-Since", modified);
    int relays = json(good).get("relays").size();

    add(Fault.once(PATH, new FaultAction.Absurd(Absurdity.EMPTY)));
    assertThat(json(running.get(PATH, condition).body()).get("relays").size()).isZero();

    add(Fault.once(PATH, new FaultAction.Absurd(Absurdity.HALF)));
    assertThat(json(running.get(PATH, condition).body()).get("relays").size())
        .isEqualTo((relays + 1) / 2);

    add(Fault.once(PATH, new FaultAction.Absurd(Absurdity.OLDER)));
    assertThat(json(running.get(PATH, condition).body()).get("relays_published").asString())
        .isEqualTo("2026-08-22 10:00:00");

    assertThat(running.get(PATH).body()).isEqualTo(good);
  }

  @Test
  void delay_comesBeforeTheAnswer() throws IOException {
    add(Fault.once(PATH, new FaultAction.Delay(Duration.ofMillis(300))));
    long began = System.nanoTime();
    assertThat(running.get(PATH).body()).isEqualTo(good);
    assertThat(millisSince(began)).isGreaterThanOrEqualTo(300);
  }

  @Test
  void stall_interruptsTheBody_andGoesOn() throws IOException {
    add(Fault.once(PATH, new FaultAction.Stall(Duration.ofMillis(300), 0.5)));
    long began = System.nanoTime();
    assertThat(running.get(PATH).body()).isEqualTo(good);
    assertThat(millisSince(began)).isGreaterThanOrEqualTo(300);
  }

  @Test
  void drip_isSlow() throws IOException {
    add(Fault.once(PATH, new FaultAction.Drip(good.length() * 2L)));
    long began = System.nanoTime();
    assertThat(running.get(PATH).body()).isEqualTo(good);
    assertThat(millisSince(began)).isBetween(400L, 5000L);
  }

  @Test
  void hang_lastsUntilTheClientGivesUp() throws IOException {
    add(Fault.once(PATH, new FaultAction.Hang(Duration.ofHours(1))));
    URLConnection connection =
        URI.create(running.simulator().baseUrl() + PATH).toURL().openConnection();
    connection.setReadTimeout(200);
    assertThatThrownBy(connection::getInputStream).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void closingTheSimulator_endsPendingFaultsAtOnce() {
    add(Fault.always(PATH, new FaultAction.Delay(Duration.ofHours(1))));
    Thread closer =
        Thread.ofVirtual()
            .start(() -> {
              while (running.simulator().requests(PATH) < 2) {
                Thread.onSpinWait();
              }
              running.simulator().close();
            });
    assertThatThrownBy(() -> running.get(PATH)).isInstanceOf(IOException.class);
    assertThat(closer).isNotNull();
  }

  private void add(Fault fault) {
    running.simulator().faults().add(fault);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}
