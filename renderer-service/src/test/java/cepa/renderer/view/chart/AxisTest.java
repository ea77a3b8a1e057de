package cepa.renderer.view.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

  private static String ticks(String least, String most) {
    return String.join(
        " ",
        Axis.covering(new BigDecimal(least), new BigDecimal(most)).ticks().stream()
            .map(Axis::label)
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "9412, 10152, '9,400 9,600 9,800 10,000 10,200'",
    "0, 0, 0 0.25 0.5 0.75 1",
    "0, 97, 0 25 50 75 100",
    "12.5, 94.3, 0 25 50 75 100",
    "1490.2, 1590.1, '1,450 1,500 1,550 1,600'",
    "7, 7, 6 6.5 7 7.5 8",
    "10152, 10152, '9,000 10,000 11,000 12,000'",
    "0.03, 0.041, 0.03 0.035 0.04 0.045",
  })
  void ticks_areRoundNumbers(String least, String most, String expected) {
    assertThat(ticks(least, most)).isEqualTo(expected);
  }

  @Test
  void values_areMeasuredFromTheTop() {
    Axis axis = Axis.covering(BigDecimal.ZERO, BigDecimal.valueOf(100));
    assertThat(axis.down(BigDecimal.valueOf(100))).isEqualByComparingTo("0");
    assertThat(axis.down(BigDecimal.valueOf(25))).isEqualByComparingTo("75");
  }
}
