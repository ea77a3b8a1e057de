package cepa.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UpstreamTextTest {

  @Test
  void controlCharacters_becomeBlanks() {
    assertThat(UpstreamText.shown("a\u001b[31m\n\u202eb")).isEqualTo("a [31m  b");
  }

  @Test
  void longText_isCut() {
    assertThat(UpstreamText.shown("x".repeat(1_000))).hasSize(161).endsWith("…");
  }

  @Test
  void halfCharacters_becomeBlanks_soThatTheLogTakesThem() {
    String cutInTheMiddle = "x".repeat(159) + "𝄞".repeat(10);

    for (String text : new String[] {"\ud834", "a\udd1eb", cutInTheMiddle}) {
      String shown = UpstreamText.shown(text);
      assertThat(UpstreamText.isWhole(shown)).as(text).isTrue();
      assertThat(new String(Json.bytes(shown), StandardCharsets.UTF_8)).contains(shown);
    }
    assertThat(UpstreamText.shown("𝄞")).isEqualTo("𝄞");
  }

  @Test
  void halfCharacters_areNotWhole() {
    assertThat(UpstreamText.isWhole("ü 𝄞 \u0000")).isTrue();
    assertThat(UpstreamText.isWhole("a\ud834")).isFalse();
  }
}
