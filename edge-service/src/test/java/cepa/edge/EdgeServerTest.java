package cepa.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.digest.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeServerTest {

  private static final String FINGERPRINT = "ABCDEF0123456789ABCDEF0123456789ABCDEF01";
  private static final String RELAY = "/relay/" + FINGERPRINT + "/";
  private static final String LONG = "A relay's page. ".repeat(500);
  private static final String CSS = "body { color: #123 }\n".repeat(100);

  private final MemoryStore store = new MemoryStore();
  private EdgeFixture edge;

  @BeforeAll
  void start() {
    TestBuild.numbered(1)
        .html(RELAY, LONG)
        .body(RELAY + "index.json", TestBuild.JSON, "{\"relay\":1}")
        .html("/country/DE/", "Germany")
        .html("/as/AS24940/", "Hetzner")
        .body("/robots.txt", "text/plain; charset=utf-8", "User-agent: *\n")
        .searchable()
        .redirect("/family/B/", "/family/A/")
        .html("/family/A/", "family")
        .live(store);
    store.put("assets/site.0123abcd.css", CSS.getBytes(StandardCharsets.UTF_8), "text/css");
    edge =
        new EdgeFixture(
            store, EdgeFixture.properties(Duration.ofDays(1), URI.create("http://abc.onion")));
  }

  @AfterAll
  void stop() {
    edge.close();
  }

  @Test
  void clientWithGzip_getsTheBodyAsStored() {
    Http.Reply reply = edge.get(RELAY, "Accept-Encoding: gzip, br");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-encoding")).isEqualTo("gzip");
    assertThat(reply.bytes().length).isLessThan(LONG.length() / 10);
    assertThat(reply.header("content-length")).isEqualTo("" + reply.bytes().length);
    assertThat(reply.text()).isEqualTo(LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: y", "Accept-Encoding: br", "Accept-Encoding: gzip;q=0, *;q=0.5"})
  void clientWithoutGzip_getsReadableText(String header) {
    Http.Reply reply = edge.get(RELAY, header);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).doesNotContainKey("content-encoding");
    assertThat(reply.header("content-length")).isEqualTo("" + LONG.length());
    assertThat(new String(reply.bytes(), StandardCharsets.UTF_8)).isEqualTo(LONG);
  }

  @Test
  void page_hasTheHeadersOfItsClass() {
    Http.Reply reply = edge.get(RELAY);

    assertThat(reply.header("content-type")).isEqualToIgnoringCase("text/html;charset=utf-8");
    assertThat(reply.header("cache-control")).isEqualTo("public, max-age=0, must-revalidate");
    assertThat(reply.header("cdn-cache-control")).isEqualTo("public, max-age=1800");
    assertThat(reply.header("vary")).isEqualTo("Accept-Encoding");
    assertThat(reply.header("x-cepa-build")).isEqualTo(TestBuild.id(1));
    assertThat(reply.header("onion-location")).isEqualTo("http://abc.onion" + RELAY);
    assertThat(reply.headers()).doesNotContainKeys("last-modified", "set-cookie", "server");
  }

  @Test
  void twin_isJsonWithoutOnionLocation() {
    Http.Reply reply = edge.get(RELAY + "index.json");

    assertThat(reply.text()).isEqualTo("{\"relay\":1}");
    assertThat(reply.header("content-type")).startsWith("application/json");
    assertThat(reply.headers()).doesNotContainKey("onion-location");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "W/"})
  void knownTag_isAnsweredWith304AndNoBody(String weak) {
    String tag = edge.get(RELAY, "Accept-Encoding: gzip").header("etag");

    Http.Reply reply =
        edge.get(RELAY, "Accept-Encoding: gzip", "If-None-Match: \"x\", " + weak + tag);

    assertThat(reply.status()).isEqualTo(304);
    assertThat(reply.bytes()).isEmpty();
    assertThat(reply.header("etag")).isEqualTo(tag);
    assertThat(reply.header("cache-control")).isEqualTo("public, max-age=0, must-revalidate");
    assertThat(reply.header("vary")).isEqualTo("Accept-Encoding");
    assertThat(edge.get(RELAY, "If-None-Match: *").status()).isEqualTo(304);
  }

  @Test
  void tag_isStrongAndOfItsEncoding() {
    String plain = edge.get(RELAY).header("etag");
    String gzip = edge.get(RELAY, "Accept-Encoding: gzip").header("etag");

    assertThat(plain).isEqualTo('"' + Sha256.hex(LONG.getBytes(StandardCharsets.UTF_8)) + '"');
    assertThat(gzip).isNotEqualTo(plain).startsWith("\"");
    assertThat(edge.get(RELAY, "If-None-Match: " + gzip).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/relay/ABCDEF0123456789ABCDEF0123456789ABCDEF01/, 200",
    "/nothing, 404",
    "/country/DE, 308",
    "/assets/site.0123abcd.css, 200",
    "/search?q=xy, 404",
    "/status.json, 200",
    "/healthz, 200",
    "/a//b, 400",
  })
  void head_hasStatusAndHeadersOfGetWithoutBody(String target, int status) {
    Http.Reply get = edge.get(target, "Accept-Encoding: gzip");
    Http.Reply head = edge.send("HEAD", target, "Accept-Encoding: gzip");

    assertThat(head.status()).isEqualTo(status).isEqualTo(get.status());
    assertThat(head.bytes()).isEmpty();
    get.headers().remove("date");
    head.headers().remove("date");
    assertThat(head.headers()).isEqualTo(get.headers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"})
  void otherMethod_isRefusedAndToldWhatIsAllowed(String method) {
    Http.Reply reply = edge.send(method, RELAY);

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("allow")).contains("GET").contains("HEAD");
    assertSecure(reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..%2fetc%2fpasswd",
        "/relay%2f",
        "/relay%5c",
        "/relay\\x",
        "/a%00b",
        "/../../etc/passwd",
        "/relay/../status.json",
        "/%2e%2e/status.json",
        "/./",
        "//evil.example/",
        "/a//b",
        "/a%0d%0aX-Evil:%20yes",
        "/%zz",
        "/<script>",
        "/\"x"
      })
  void hostilePath_isRefusedWithoutAnEcho(String target) {
    Http.Reply reply = edge.get(target);

    assertThat(reply.status()).isIn(400, 404);
    assertThat(reply.headers()).doesNotContainKey("x-evil");
    assertThat(reply.text().toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("passwd", "evil", "tomcat", "exception", "<script");
    assertSecure(reply);
  }

  @ParameterizedTest
  @CsvSource({
    "/country/DE, 308, /country/DE/",
    "/country/DE/index.html?x=1, 308, /country/DE/",
    "/country/de/, 308, /country/DE/",
    "/as/24940, 308, /as/AS24940/",
    "/family/B/, 301, /family/A/",
    "/relay/abcdef0123456789abcdef0123456789abcdef01, 308, "
        + "/relay/ABCDEF0123456789ABCDEF0123456789ABCDEF01/",
  })
  void otherSpelling_isRedirectedAndKeptForAnHour(String target, int status, String location) {
    Http.Reply reply = edge.get(target);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("location")).isEqualTo(location);
    assertThat(reply.header("cache-control")).isEqualTo("public, max-age=3600");
    assertSecure(reply);
  }

  @Test
  void query_isIgnored() {
    assertThat(edge.get(RELAY + "?utm=1&x=%zz").text()).isEqualTo(LONG);
  }

  @Test
  void missingPath_isExplainedByTheLiveBuild() {
    Http.Reply reply = edge.get("/no/such/page/", "If-None-Match: *");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.text()).isEqualTo("nothing here 1");
    assertThat(reply.header("cache-control")).isEqualTo("public, max-age=60");
    assertThat(reply.headers()).doesNotContainKeys("etag", "cdn-cache-control");
    assertThat(edge.get("/relay/" + "0".repeat(40) + "/").text()).isEqualTo("no such relay 1");
  }

  @Test
  void asset_isKeptForEver() {
    Http.Reply reply = edge.get("/assets/site.0123abcd.css", "Accept-Encoding: gzip");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo(CSS);
    assertThat(reply.header("content-encoding")).isEqualTo("gzip");
    assertThat(reply.header("content-type")).isEqualToIgnoringCase("text/css;charset=utf-8");
    assertThat(reply.header("cache-control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(edge.get("/assets/site.0123abcd.css").bytes()).hasSize(CSS.length());
    assertThat(edge.get("/assets/site.0123abcd.css", "If-None-Match: *").status()).isEqualTo(304);
    assertSecure(reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/",
        "/assets/site.css",
        "/assets/site.ffffffff.css",
        "/assets/site.0123abcd.exe",
        "/assets/x/site.0123abcd.css",
        "/assets/.0123abcd.css"
      })
  void otherAsset_isMissing(String target) {
    Http.Reply reply = edge.get(target);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("cache-control")).isEqualTo("public, max-age=60");
  }

  @ParameterizedTest
  @CsvSource({
    "/search, 302, /",
    "/search?q=, 302, /",
    "/search?q=fr, 302, /country/FR/",
    "/search?q=AS24940, 302, /as/AS24940/",
    "/search?q=%24abcdef0123456789abcdef0123456789abcdef01, 302, "
        + "/relay/ABCDEF0123456789ABCDEF0123456789ABCDEF01/",
    "/search?q=evil.example, 404, ''",
    "/search?q=%3Cplaintext%3E, 400, ''",
    "/search?q=//evil.example, 400, ''",
    "/search?q=%00, 400, ''",
  })
  void search_leadsToOnePageOrSaysWhyNot(String target, int status, String location) {
    Http.Reply reply = edge.get(target);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("location")).isEqualTo(location);
    assertThat(reply.header("cache-control")).isEqualTo("no-store");
    assertThat(reply.header("x-robots-tag")).isEqualTo("noindex");
    assertThat(reply.text()).doesNotContain("<plaintext>");
    assertSecure(reply);
  }

  @Test
  void everyAnswer_hasTheSecurityHeaders() {
    for (String target : new String[] {RELAY, "/", "/nope", "/status.json", "/healthz"}) {
      assertSecure(edge.get(target));
    }
    assertThat(edge.get("/").header("strict-transport-security")).isEqualTo("max-age=86400");
  }

  private static void assertSecure(Http.Reply reply) {
    assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(reply.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(reply.header("x-frame-options")).isEqualTo("DENY");
    assertThat(reply.header("cross-origin-opener-policy")).isEqualTo("same-origin");
    assertThat(reply.header("permissions-policy")).contains("camera=()");
    assertThat(reply.header("content-security-policy"))
        .contains("default-src 'none'", "style-src 'self';", "object-src 'none'")
        .doesNotContain("script", "unsafe");
  }
}
