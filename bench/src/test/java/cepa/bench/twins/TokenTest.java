package cepa.bench.twins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTest {

  @Test
  void numbersAreReadAsPrinted() {
    assertThat(values("1,725 of 1,819 relays")).containsExactly(List.of("1725"), List.of("1819"));
    assertThat(values("27.50 %")).containsExactly(List.of("27.5"));
    assertThat(values("<0.01 %")).containsExactly(List.of("<0.01"));
    assertThat(values("\u22123, +4, no change"))
        .containsExactly(List.of("-3"), List.of("4"), List.of("0"));
  }

  @Test
  void rates_areInBitsPerSecondToo() {
    assertThat(values("193.65 Mbit/s")).containsExactly(List.of("193650000", "193.65"));
    assertThat(values("2 KB/s")).containsExactly(List.of("16000", "2"));
  }

  @Test
  void unitOfTheColumn_countsWhereTheCellHasNone() {
    assertThat(Token.in("1,169.9", "Observed Mbit/s").getFirst().values())
        .containsExactly("1169900000", "1169.9");
  }

  @Test
  void momentsAreReadAsTheTwinHasThem() {
    assertThat(values("2026-08-07 19:39 UTC")).containsExactly(List.of("2026-08-07T19:39Z"));
    assertThat(values("2026-08-07")).containsExactly(List.of("2026-08-07"));
  }

  @Test
  void namesAndVersions_areNoFigures() {
    assertThat(values("IPv6, 0.4.8.22, AS63949, relay7")).isEmpty();
  }

  private static List<List<String>> values(String text) {
    return Token.in(text, "").stream().map(Token::values).toList();
  }
}
