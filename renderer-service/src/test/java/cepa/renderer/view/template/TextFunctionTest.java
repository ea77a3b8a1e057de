package cepa.renderer.view.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextFunctionTest {

  private final PebbleEngine engine =
      new PebbleEngine.Builder()
          .loader(new StringLoader())
          .extension(new ViewExtension(new Messages()))
          .build();

  private String rendered(String template, @Nullable Object value) {
    var out = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(out, Collections.singletonMap("value", value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  @Test
  void wordsAndArguments_areEscaped() {
    assertThat(rendered("{{ text('specimen.apostrophe', value, 1234) }}", "<b>"))
        .isEqualTo("It&#39;s &lt;b&gt;&#39;s 1,234, isn&#39;t it? {2}");
  }

  @Test
  void whatAMacroPrinted_staysMarkup() {
    assertThat(
            rendered(
                "{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}"
                    + "{{ text('specimen.greeting', bold(value)) }}",
                "A & B"))
        .isEqualTo("Hello <b>A &amp; B</b>");
  }

  @Test
  void textWithinAText_isEscapedOnce() {
    assertThat(
            rendered("{{ text('specimen.greeting', text('specimen.greeting', value)) }}", "A & B"))
        .isEqualTo("Hello Hello A &amp; B");
  }

  @Test
  void unknownArgument_isRefused() {
    assertThatThrownBy(() -> rendered("\n{{ text('specimen.greeting', value) }}", null))
        .hasMessageContaining("Argument 1 of text specimen.greeting")
        .hasMessageContaining(":2");
  }

  @Test
  void missingText_namesTheFileAndTheLine() {
    assertThatThrownBy(() -> rendered("{{ text('specimen.nothing') }}", null))
        .hasMessageContaining("cepa/renderer/pages/specimen/messages")
        .hasMessageContaining(":1");
  }

  @Test
  void noKey_isRefused() {
    assertThatThrownBy(() -> rendered("{{ text(value) }}", Map.of()))
        .hasMessageContaining("text() needs a key");
  }
}
