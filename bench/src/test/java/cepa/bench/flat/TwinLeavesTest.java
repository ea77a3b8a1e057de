package cepa.bench.flat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TwinLeavesTest {

  private static final byte[] JSON =
      """
      {"a": 1, "rows": [{"key": "DE", "n": 2}, {"link": {"text": "x", "path": "/y/"}, "n": null}]}
      """
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void byPosition_namesElementsByIndex() {
    assertThat(TwinLeaves.byPosition(JSON).keySet())
        .containsExactly(
            "a", "rows[0].key", "rows[0].n", "rows[1].link.path", "rows[1].link.text", "rows[1].n");
  }

  @Test
  void byName_namesElementsByWhatTellsThemApart() {
    assertThat(TwinLeaves.byName(JSON).keySet()).contains("rows[DE].n", "rows[/y/].n");
  }

  @Test
  void field_leavesOutWhichElement() {
    assertThat(TwinLeaves.field("rows[a[0]].x[3].n")).isEqualTo("rows[].x[].n");
  }
}
