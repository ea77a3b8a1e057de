package cepa.renderer.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8WriterTest {

  private final Utf8Writer out = new Utf8Writer();

  @ParameterizedTest
  @ValueSource(strings = {"", "ascii", "Zürich", "a☃b", "😀 and more", "é", "abc\u0000def"})
  void textBecomesUtf8_whicheverWayItComes(String text) {
    out.write(text);
    out.write(text.toCharArray());
    out.write((Object) text);
    out.write("xx" + text, 2, text.length());

    assertThat(written()).isEqualTo(text.repeat(4));
  }

  @Test
  void loneSurrogate_becomesAQuestionMark() {
    out.write("a\uD800b");

    assertThat(written()).isEqualTo("a?b");
  }

  @Test
  void numbersPrintAsJavaDoes() {
    out.write((Object) 42);
    out.write((Object) Long.valueOf(-7));
    out.write((Object) 1.5);
    out.write((Object) 'c');

    assertThat(written()).isEqualTo("42-71.5c");
  }

  @Test
  void longText_growsTheArrayAndResetForgets() {
    String text = "0123456789".repeat(50_000);
    out.write(text);
    assertThat(written()).isEqualTo(text);

    out.reset();
    out.write("short");
    assertThat(written()).isEqualTo("short");
  }

  private String written() {
    return new String(out.array(), 0, out.size(), StandardCharsets.UTF_8);
  }
}
