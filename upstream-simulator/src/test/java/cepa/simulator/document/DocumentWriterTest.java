package cepa.simulator.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DocumentWriterTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DocumentWriter out = new DocumentWriter(bytes);

  @Test
  void textOfAnySizeAndScript_arrivesAsUtf8() throws IOException {
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      String text = "line " + i + (i % 7 == 0 ? " Größe 🧅 見本" : "") + "\n";
      out.text(text);
      expected.append(text);
    }
    String large = "x".repeat(200_000) + "ß";
    out.text(large).character('!');
    out.flush();
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(expected + large + "!");
  }

  @Test
  void numbers_arePlainDecimals() throws IOException {
    for (long number : new long[] {0, 7, 42, 999, 1000, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      out.number(number).character(' ');
    }
    out.flush();
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("0 7 42 999 1000 -1 -9223372036854775808 9223372036854775807 ");
  }

  @Test
  void times_areUtc() {
    assertThat(Timestamps.text(1_787_410_800)).isEqualTo("2026-08-22 15:00:00");
    assertThat(Timestamps.iso(0)).isEqualTo("1970-01-01T00:00:00");
    assertThat(Timestamps.fileName(1_787_410_800)).isEqualTo("2026-08-22-15-00-00");
    assertThat(Timestamps.parse("2026-08-22 15:00:00")).isEqualTo(1_787_410_800);
  }
}
