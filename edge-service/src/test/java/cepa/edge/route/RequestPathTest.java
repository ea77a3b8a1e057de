package cepa.edge.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

  @ParameterizedTest
  @CsvSource({
    "/,/",
    "/relay/AB/,/relay/AB/",
    "/x.html,/x.html",
    "/%72elay/,/relay/",
    "/a%20b,'/a b'",
    "/.well-known/x,/.well-known/x",
    "/a..b/,/a..b/",
    "/.../,/.../",
    "/a%252fb,/a%2fb",
  })
  void ordinaryPath_isDecodedOnce(String raw, String path) {
    assertThat(RequestPath.parse(raw)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "relay/",
        "//",
        "//evil.example/",
        "/a//b",
        "/a//",
        "/../etc/passwd",
        "/a/..",
        "/a/./b",
        "/.",
        "/%2e%2e/etc",
        "/a/%2E%2e/",
        "/a%2fb",
        "/a%2Fb",
        "/a%5cb",
        "/a\\b",
        "/a%00",
        "/a\u0000",
        "/a%0d%0aSet-Cookie:x",
        "/a%7f",
        "/%",
        "/%4",
        "/%zz",
        "/%-1",
        "/%+1",
        "/%\uff11\uff11"
      })
  void hostilePath_isRefused(String raw) {
    assertThat(RequestPath.parse(raw)).isNull();
  }

  @Test
  void bytesOutsideAscii_matchNothing() {
    assertThat(RequestPath.parse("/%c3%bc/")).isEqualTo("/\uFFFD\uFFFD/");
  }

  @Test
  void endlessPath_isRefused() {
    assertThat(RequestPath.parse("/" + "a".repeat(1_024))).isNull();
  }
}
