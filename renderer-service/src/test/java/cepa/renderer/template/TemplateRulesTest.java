package cepa.renderer.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// What no template of the site may do.
class TemplateRulesTest {

  private static final Pattern UNESCAPED =
      Pattern.compile("\\|\\s*raw\\b|\\{%-?\\s*autoescape\\b|\\bfilter\\s+raw\\b");
  private static final Pattern INLINE =
      Pattern.compile("<style\\b|\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*[\"']");

  @Test
  void noTemplateLetsTextOutUnescaped() throws IOException {
    assertThat(matching(UNESCAPED)).isEmpty();
  }

  @Test
  void noTemplateHoldsInlineStylesOrHandlers() throws IOException {
    assertThat(matching(INLINE)).isEmpty();
  }

  @Test
  void ruleFindsWhatItIsAbout() {
    assertThat(UNESCAPED.matcher("{{ x |raw }}").find()).isTrue();
    assertThat(UNESCAPED.matcher("{% autoescape false %}").find()).isTrue();
    assertThat(UNESCAPED.matcher("{{ rawBytes }}").find()).isFalse();
    assertThat(INLINE.matcher("<p style=\"x\">").find()).isTrue();
    assertThat(INLINE.matcher("<link rel=\"stylesheet\">").find()).isFalse();
  }

  private static List<String> matching(Pattern pattern) throws IOException {
    List<String> found = new ArrayList<>();
    for (Resource template : templates()) {
      if (pattern.matcher(template.getContentAsString(StandardCharsets.UTF_8)).find()) {
        found.add(template.getURL().toString());
      }
    }
    return found;
  }

  /// Those of the site; the engine's own tests have some that break the rules on purpose.
  private static List<Resource> templates() throws IOException {
    var resolver = new PathMatchingResourcePatternResolver();
    List<Resource> templates = new ArrayList<>();
    templates.addAll(List.of(resolver.getResources("classpath*:templates/**/*.peb")));
    templates.addAll(List.of(resolver.getResources("classpath*:cepa/renderer/pages/**/*.peb")));
    assertThat(templates).isNotEmpty();
    return templates;
  }
}
