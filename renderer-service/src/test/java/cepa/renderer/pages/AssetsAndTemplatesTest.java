package cepa.renderer.pages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The stylesheet and the templates themselves.
class AssetsAndTemplatesTest {

  private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9a-f]{3,6});");

  private static String stylesheet() throws IOException {
    try (var in = AssetsAndTemplatesTest.class.getResourceAsStream("/asset/cepa.css")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void stylesheet_keepsToItsBudget() throws IOException {
    assertThat(stylesheet().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(25_000);
  }

  @Test
  void stylesheet_fetchesNothing() throws IOException {
    assertThat(stylesheet()).doesNotContain("url(", "@import", "http");
  }

  @ParameterizedTest
  @CsvSource({
    "ink, ground",
    "ink, panel",
    "ink, faint",
    "ink, bar",
    "ink, notice-ground",
    "ink, problem-ground",
    "soft, ground",
    "soft, panel",
    "soft, faint",
    "soft, field",
    "accent, ground",
    "accent, panel",
    "accent, faint",
    "accent, notice-ground",
    "notice, notice-ground",
    "notice, panel",
    "notice, faint",
    "problem, problem-ground",
    "problem, ground",
    "calm, ground"
  })
  void textAndGround_canBeToldApart(String text, String ground) throws IOException {
    String css = stylesheet();
    int dark = css.indexOf("@media screen and (prefers-color-scheme: dark)");
    Map<String, String> light = tokens(css.substring(0, dark));
    Map<String, String> night = tokens(css.substring(dark, css.indexOf("\n}", dark)));
    for (Map<String, String> tokens : List.of(light, night)) {
      assertThat(tokens).containsKeys(text, ground);
      String one = requireNonNull(tokens.get(text));
      String other = requireNonNull(tokens.get(ground));
      assertThat(contrast(one, other)).isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void templates_letNothingOutUnescapedAndCarryNoStyle() throws IOException {
    var resolver = new PathMatchingResourcePatternResolver();
    Resource[] layouts = resolver.getResources("classpath*:templates/**/*.peb");
    Resource[] pages = resolver.getResources("classpath*:cepa/renderer/pages/**/*.peb");
    assertThat(layouts).isNotEmpty();
    assertThat(pages).isNotEmpty();
    for (Resource[] group : new Resource[][] {layouts, pages}) {
      for (Resource template : group) {
        String text = template.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text)
            .as(template.getFilename())
            .doesNotContainPattern("\\|\\s*raw\\b")
            .doesNotContain("autoescape", "<style", " style=", " onclick")
            .doesNotContainPattern(
                "search.peb".equals(template.getFilename()) ? "<script>" : "<script")
            .doesNotContainPattern("href=\"/");
        assertThat(text.lines().count()).as(template.getFilename()).isLessThanOrEqualTo(150);
      }
    }
  }

  private static Map<String, String> tokens(String css) {
    Map<String, String> tokens = new HashMap<>();
    Matcher token = TOKEN.matcher(css);
    while (token.find()) {
      tokens.put(token.group(1), token.group(2));
    }
    return tokens;
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    String digits =
        hex.length() == 4 ? hex.substring(1).replaceAll("(.)", "$1$1") : hex.substring(1);
    int rgb = Integer.parseInt(digits, 16);
    return 0.2126 * linear(rgb >> 16)
        + 0.7152 * linear(rgb >> 8 & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
