package cepa.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cepa.simulator.authorityhealth.AuthorityHealthSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UpstreamSimulatorTest {

  private final RunningSimulator running = new RunningSimulator();
  private final UpstreamSimulator simulator = running.simulator();

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void documents_areServedWithAllHeadersAFetcherReads() throws IOException {
    HttpResponse<String> response = running.get("/details");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualTo("application/json; charset=utf-8");
    assertThat(header(response, "Last-Modified")).isEqualTo("Sat, 22 Aug 2026 15:00:00 GMT");
    assertThat(header(response, "ETag")).matches("\"[^\"]+\"");
    assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=300");
    assertThat(Long.parseLong(header(response, "Content-Length")))
        .isEqualTo(response.body().getBytes(StandardCharsets.UTF_8).length);
    assertThat(json(response).get("relays").size()).isBetween(180, 200);
  }

  @Test
  void everyDocumentOnOffer_canBeFetched_alsoUnderTheNameOfItsService() throws IOException {
    for (SimulatedSource source : simulator.sources().all()) {
      List<SimulatedDocument> documents = source.documents(simulator.moment());
      for (SimulatedDocument document : documents.subList(0, Math.min(2, documents.size()))) {
        HttpResponse<String> plain = running.get(document.path());
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.body()).isEqualTo(SmallNetwork.text(document));
        assertThat(running.get("/" + source.service() + document.path()).body())
            .isEqualTo(plain.body());
      }
    }
    assertThat(simulator.sources().all())
        .extracting(SimulatedSource::id)
        .containsExactly(
            "aroi-validation",
            "authority-health",
            "collector-bandwidths",
            "collector-consensus",
            "collector-descriptors",
            "collector-votes",
            "onionoo-bandwidth",
            "onionoo-details",
            "onionoo-uptime");
  }

  @Test
  void unchangedDocument_isNotSentAgain() throws IOException {
    HttpResponse<String> first = running.get("/uptime");
    Map<String, String> byDate = Map.of("If-Modified-Since", header(first, "Last-Modified"));
    Map<String, String> byTag = Map.of("If-None-Match", header(first, "ETag"));
    for (Map<String, String> condition : List.of(byDate, byTag)) {
      HttpResponse<String> again = running.get("/uptime", condition);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
    }
    simulator.advance(1);
    assertThat(running.get("/uptime", byDate).statusCode()).isEqualTo(200);
    assertThat(running.get("/uptime", byTag).statusCode()).isEqualTo(200);
  }

  @Test
  void otherTag_winsOverDate() throws IOException {
    String date = header(running.get("/details"), "Last-Modified");
    Map<String, String> both = Map.of("If-Modified-Since", date, "If-None-Match", "\"other\"");
    assertThat(running.get("/details", both).statusCode()).isEqualTo(200);
  }

  @Test
  void gzip_isUsedWhenAccepted() throws IOException {
    byte[] plain = running.bytes("/details", Map.of()).body();
    HttpResponse<byte[]> packed = running.bytes("/details", Map.of("Accept-Encoding", "gzip"));
    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.body()).hasSizeLessThan(plain.length / 2);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain);
    }
    Map<String, String> known = Map.of("If-None-Match", header(packed, "ETag"));
    assertThat(running.get("/details", known).statusCode()).isEqualTo(304);
  }

  @Test
  void head_tellsTheLengthAndSendsNothing() throws IOException {
    HttpResponse<String> head = running.head("/details");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Content-Length"))
        .isEqualTo(header(running.get("/details"), "Content-Length"));
  }

  @Test
  void clock_movesDocuments_andBackGivesTheSameBytes() throws IOException {
    String before = running.get("/details").body();
    simulator.setTick(3);
    HttpResponse<String> after = running.get("/details");
    assertThat(json(after).get("relays_published").asString()).isEqualTo("2026-08-22 18:00:00");
    assertThat(header(after, "Last-Modified")).isEqualTo("Sat, 22 Aug 2026 18:00:00 GMT");
    simulator.setTick(0);
    assertThat(running.get("/details").body()).isEqualTo(before);
    assertThatThrownBy(() -> simulator.setTick(-1)).hasMessageContaining("-1");
  }

  @Test
  void edit_changesOneFieldAndTheValidators_butNotTheHour() throws IOException {
    HttpResponse<String> before = running.get("/details");
    String fingerprint = json(before).get("relays").get(7).get("fingerprint").asString();
    simulator.edit(fingerprint, "contact", "changed by hand");
    simulator.edit(fingerprint, "observed_bandwidth", 4242);
    simulator.edit(fingerprint, "platform", null);
    HttpResponse<String> after = running.get("/details");
    JsonNode relay = SmallNetwork.relay(json(after), fingerprint).orElseThrow();
    assertThat(relay.get("contact").asString()).isEqualTo("changed by hand");
    assertThat(relay.get("observed_bandwidth").asInt()).isEqualTo(4242);
    assertThat(relay.has("platform")).isFalse();
    assertThat(json(after).get("relays_published")).isEqualTo(json(before).get("relays_published"));
    assertThat(header(after, "ETag")).isNotEqualTo(header(before, "ETag"));
    assertThat(header(after, "Last-Modified")).isEqualTo("Sat, 22 Aug 2026 15:00:03 GMT");
    simulator.clearEdits();
    assertThat(running.get("/details").body()).isEqualTo(before.body());
  }

  @Test
  void editOfAnUnknownRelay_isRefused() {
    assertThatThrownBy(() -> simulator.edit("F".repeat(40), "contact", "X"))
        .hasMessageContaining("FFFF")
        .hasMessageContaining("tick 0");
  }

  @Test
  void clockOfItsOwn_ticksUntilStopped() {
    simulator.tickEvery(Duration.ofMillis(5));
    await().until(() -> simulator.tick() >= 3);
    simulator.stopTicking();
    int stopped = simulator.tick();
    await().during(Duration.ofMillis(50)).until(() -> simulator.tick() == stopped);
  }

  @Test
  void editForALaterTick_waits() throws IOException {
    String fingerprint =
        json(running.get("/details")).get("relays").get(3).get("fingerprint").asString();
    simulator.edit(fingerprint, "contact", "from tick two", 2);
    simulator.setTick(1);
    assertThat(running.get("/details").body()).doesNotContain("from tick two");
    simulator.setTick(2);
    assertThat(running.get("/details").body()).contains("from tick two");
  }

  @Test
  void directories_areListed() throws IOException {
    String root = "/collector/recent/relay-descriptors/";
    assertThat(running.get(root).body())
        .contains("href=\"consensuses/\"", "href=\"votes/\"", "href=\"bandwidths/\"")
        .contains("href=\"server-descriptors/\"");
    HttpResponse<String> votes = running.get(root + "votes/");
    assertThat(header(votes, "Content-Type")).startsWith("text/html");
    assertThat(votes.body())
        .containsPattern("href=\"2026-08-22-15-00-00-vote-[0-9A-F]{40}-[0-9A-F]{40}\"");
    assertThat(running.get(root + "consensuses/").body())
        .contains("href=\"2026-08-22-14-00-00-consensus\"")
        .contains("href=\"2026-08-22-15-00-00-consensus\"");
    assertThat(running.get(root + "nothing/").statusCode()).isEqualTo(404);
  }

  @Test
  void indexOfCollecTor_namesEveryFileWithItsSize() throws IOException {
    JsonNode index = json(running.get("/collector/index/index.json"));
    JsonNode recent = index.get("directories").get(0);
    assertThat(recent.get("path").asString()).isEqualTo("recent");
    JsonNode kinds = recent.get("directories").get(0).get("directories");
    assertThat(SmallNetwork.list(kinds).stream().map(kind -> kind.get("path").asString()))
        .containsExactly("bandwidths", "consensuses", "server-descriptors", "votes");
    JsonNode file = kinds.get(1).get("files").get(1);
    assertThat(file.get("path").asString()).isEqualTo("2026-08-22-15-00-00-consensus");
    assertThat(file.get("last_modified").asString()).isEqualTo("2026-08-22 15:00");
    HttpResponse<String> consensus =
        running.head("/recent/relay-descriptors/consensuses/2026-08-22-15-00-00-consensus");
    assertThat(header(consensus, "Content-Length")).isEqualTo(file.get("size").asString());
  }

  @Test
  void requests_areCountedByPath() throws IOException {
    running.get("/details");
    running.get("/onionoo/details");
    running.get("/nothing");
    assertThat(simulator.requests("/details")).isEqualTo(2);
    assertThat(simulator.requests("/uptime")).isZero();
    assertThat(simulator.requests()).containsEntry("/nothing", 1L);
  }

  @Test
  void controlEndpoint_doesWhatTheJavaApiDoes() throws IOException {
    JsonNode relay = json(running.get("/details")).get("relays").get(0);
    String fingerprint = relay.get("fingerprint").asString();
    HttpResponse<String> changed =
        running.control(
            """
            {"tick": 4, "faults": [{"path": "/uptime", "kind": "status", "value": "503+7",
             "times": 1}], "edits": [{"fingerprint": "%s", "field": "contact", "value": "X"}],
             "sources": {"authority-health": {"open": true}}}
            """
                .formatted(fingerprint));
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(simulator.tick()).isEqualTo(4);
    HttpResponse<String> uptime = running.get("/uptime");
    assertThat(uptime.statusCode()).isEqualTo(503);
    assertThat(header(uptime, "Retry-After")).isEqualTo("7");
    assertThat(running.get("/details").body()).contains("\"contact\":\"X\"");
    JsonNode state = json(running.get("/_control"));
    assertThat(state.get("tick").asInt()).isEqualTo(4);
    assertThat(state.get("faults").size()).isZero();
    assertThat(state.get("requests").get("/uptime").asInt()).isEqualTo(1);
    assertThat(state.get("sources").get("authority-health").size()).isEqualTo(9);
    assertThat(simulator.sources().get(AuthorityHealthSource.class).open()).hasSize(9);
    running.control("{\"clearEdits\": true, \"clearRequests\": true, \"advance\": 2}");
    assertThat(simulator.tick()).isEqualTo(6);
    assertThat(simulator.requests()).isEmpty();
  }

  @Test
  void nonsenseForTheControlEndpoint_isRefusedWithAReason() throws IOException {
    assertThat(running.control("{").statusCode()).isEqualTo(400);
    assertThat(running.control("{\"faults\": [{\"kind\": \"reset\"}]}").body())
        .contains("Missing \"path\"");
    assertThat(running.control("{\"sources\": {\"nobody\": {}}}").body()).contains("nobody");
  }

  @Test
  void otherMethods_areRefused() throws IOException {
    assertThat(running.delete("/details").statusCode()).isEqualTo(405);
    assertThat(running.get("/details").statusCode()).isEqualTo(200);
  }

  @Test
  void closing_deletesTheSpool(@TempDir Path spool) throws IOException {
    SimulatorSettings settings =
        SimulatorSettings.defaults().withRelays(50).withSpool(spool).withTick(1);
    try (UpstreamSimulator other = UpstreamSimulator.start(settings)) {
      assertThat(other.baseUrl().getHost()).isEqualTo("127.0.0.1");
      assertThat(spool).isDirectoryContaining(file -> Files.isDirectory(file));
    }
    assertThat(spool).isEmptyDirectory();
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }
}
