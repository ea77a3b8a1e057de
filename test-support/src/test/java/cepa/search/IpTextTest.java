package cepa.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpTextTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "192.0.2.7:9001, 192.0.2.7",
    "192.000.002.007, 192.0.2.7",
    "2001:DB8::1, 2001:db8:0:0:0:0:0:1",
    "[2001:db8::1]:9001, 2001:db8:0:0:0:0:0:1",
    "[2001:db8::1], 2001:db8:0:0:0:0:0:1",
    "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8:0:0:0:0:0:1",
    "::, 0:0:0:0:0:0:0:0",
    "::1, 0:0:0:0:0:0:0:1",
    "fe80::, fe80:0:0:0:0:0:0:0",
    "::ffff:192.0.2.7, 0:0:0:0:0:ffff:c000:207"
  })
  void address_hasOneSpelling(String text, String canonical) {
    assertThat(IpText.canonical(text)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "relay",
        "192.0.2",
        "192.0.2.256",
        "192.0.2.7.8",
        "1:2",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "::12345",
        "[192.0.2.7]",
        "1:2:3:4:5:6:7::8",
        ":::",
        "192.0.2.7::"
      })
  void otherText_isNone(String text) {
    assertThat(IpText.canonical(text)).isNull();
  }
}
