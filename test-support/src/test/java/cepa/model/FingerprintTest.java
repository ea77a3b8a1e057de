package cepa.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

  private static final String HEX = "0123456789ABCDEF0123456789ABCDEF01234567";

  @Test
  void eitherCaseIsRead_upperCaseIsKept() {
    assertThat(Fingerprint.parse("0123456789abcdef0123456789ABCDEF01234567"))
        .isEqualTo(Fingerprint.of(HEX))
        .hasToString(HEX);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "0123456789ABCDEF0123456789ABCDEF0123456",
        "0123456789ABCDEF0123456789ABCDEF012345678",
        "0123456789ABCDEF0123456789ABCDEF0123456G",
        "0123456789ABCDEF0123456789ABCDEF0123456\n",
        "../../../../../../../../../../etc/passwd",
        "٠١٢٣٤٥٦٧٨٩ABCDEF0123456789ABCDEF01234567",
        "ıııııııııııııııııııııııııııııııııııııııı"
      })
  void anythingElse_isNone(String text) {
    assertThat(Fingerprint.parse(text)).isNull();
  }

  @Test
  void lowerCase_isNoCanonicalForm() {
    assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.of("a".repeat(40)));
  }

  @Test
  void orderIsThatOfTheDigits() {
    assertThat(Fingerprint.of("A".repeat(40))).isLessThan(Fingerprint.of("B".repeat(40)));
  }
}
