package cepa.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.json.Json;
import cepa.testing.search.SearchSample;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Search through the real server, without any script.
class SearchTest {

  private static final Pattern GROUP =
      Pattern.compile(
          "data-kind=\"([a-z-]+)\" data-total=\"(\\d+)\".*?href=\"([^\"]+)\"", Pattern.DOTALL);

  private static EdgeFixture edge;

  @BeforeAll
  static void start() {
    var store = new MemoryStore();
    TestBuild.numbered(1).searchable().live(store);
    edge = new EdgeFixture(store);
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  private static List<SearchSample.Row> rows() {
    return SearchSample.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void query_leadsWhereItMust(SearchSample.Row row) {
    Http.Reply reply = edge.get("/search/?q=" + encoded(row.query()));

    assertThat(said(reply)).isEqualTo(row.expected());
    assertThat(reply.header("cache-control")).isEqualTo("no-store");
    assertThat(reply.header("x-robots-tag")).isEqualTo("noindex");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void json_saysTheSame(SearchSample.Row row) {
    Http.Reply reply = edge.get("/api/v1/search?q=" + encoded(row.query()));
    JsonNode body = Json.MAPPER.readTree(reply.text());

    assertThat(reply.header("content-type")).startsWith("application/json");
    assertThat(reply.status()).isEqualTo(row.expected().equals("refused") ? 400 : 200);
    if (row.expected().startsWith("go ")) {
      assertThat("go " + body.path("location").asString()).isEqualTo(row.expected());
      assertThat(body.path("groups").size()).isEqualTo(1);
    } else {
      List<String> groups = new ArrayList<>();
      for (JsonNode group : body.path("groups")) {
        String first = group.path("hits").path(0).path("path").asString();
        groups.add(group.path("kind").asString() + " " + group.path("total").asInt() + " " + first);
      }
      boolean none = List.of("nothing", "home", "refused").contains(row.expected());
      assertThat(String.join("; ", groups)).isEqualTo(none ? "" : row.expected());
    }
  }

  private static String said(Http.Reply reply) {
    if (reply.status() == 302) {
      String location = reply.header("location");
      return location.equals("/") ? "home" : "go " + location;
    }
    if (reply.status() != 200) {
      return reply.status() == 404 ? "nothing" : reply.status() == 400 ? "refused" : "failed";
    }
    List<String> groups = new ArrayList<>();
    Matcher group = GROUP.matcher(reply.text());
    while (group.find()) {
      groups.add(group.group(1) + " " + group.group(2) + " " + group.group(3));
    }
    return String.join("; ", groups);
  }

  @Test
  void list_hasTwentyAPageAndSaysWhereTheOthersAre() {
    String first = edge.get("/search/?q=ela").text();
    assertThat(first.split("<li>")).hasSize(21);
    assertThat(first).contains("?q=ela&amp;kind=relay&amp;page=2");

    String last = edge.get("/search/?q=ela&kind=relay&page=46").text();
    assertThat(last.split("<li>")).hasSize(2);
    assertThat(edge.get("/search/?q=ela&kind=relay&page=47").status()).isEqualTo(404);
  }

  @Test
  void words_areThoseOfTheIndex() {
    assertThat(edge.get("/search/?q=ela").text())
        .contains("aria-label=\"Parts of Relays\"", ">back<", ">1 of 46<", ">on<");
    assertThat(edge.get("/search/?q=nowhere-at-all").text()).contains("Nothing is there.");
    assertThat(edge.get("/search/?q=%3Cb%3E").text()).contains("This is refused.");
    assertThat(edge.get("/api/v1/search?q=%3Cb%3E").text()).contains("This is refused.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[content]] many", "[[query]]", "[[hits]]", "many"})
  void queryThatLooksLikeAPlace_isText(String query) {
    String page = edge.get("/search/?q=" + encoded(query)).text();

    assertThat(page).contains("<input value=\"" + query + "\">");
    assertThat(page.split("<main>", -1)).hasSize(2);
  }

  @Test
  void hostileNickname_isText() {
    String page = edge.get("/search/?q=" + encoded("ünïcode") + "&kind=relay").text();

    assertThat(page).contains("&lt;b&gt;Ünïcode&amp;1").doesNotContain("<b>");
  }

  @Test
  void buildWithoutIndex_saysThatSearchMustWait() {
    var store = new MemoryStore();
    TestBuild.numbered(1).live(store);
    try (var old = new EdgeFixture(store)) {
      assertThat(old.get("/search/?q=de").status()).isEqualTo(503);
      assertThat(old.get("/").status()).isEqualTo(200);
    }
  }

  @Test
  void otherMethods_areRefused() {
    assertThat(edge.send("POST", "/search/?q=de").status()).isEqualTo(405);
    Http.Reply head = edge.send("HEAD", "/search/?q=ela");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.bytes()).isEmpty();
  }

  @Test
  void search_isFast() {
    List<SearchSample.Row> rows = rows();
    long[] nanos = new long[1_000];
    for (int i = 0; i < nanos.length; i++) {
      String target = "/search/?q=" + encoded(rows.get(i % rows.size()).query());
      long began = System.nanoTime();
      edge.get(target);
      nanos[i] = System.nanoTime() - began;
    }
    Arrays.sort(nanos);
    // The goal is 20 ms; a machine that runs other things is given some room.
    assertThat(nanos[nanos.length * 95 / 100] / 1_000_000).isLessThan(200);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
