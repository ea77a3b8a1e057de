package cepa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columnsAreAligned() {
    var table = new TextTable("what", "n");
    table.row("a", 100);
    assertThat(table.toString().lines()).containsExactly("what    n", "a     100");
  }
}
