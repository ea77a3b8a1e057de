package cepa.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

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
    assertThat(IpAddress.canonical(text)).isEqualTo(canonical);
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
    assertThat(IpAddress.canonical(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3.4:9001",
        "1.2.3.4",
        "[2001:DB8:0:0::1]:9001",
        "2001:db8::1",
        "::",
        "::ffff:1.2.3.4"
      })
  void address_isRead_withAndWithoutPort(String text) {
    assertThat(IpAddress.parseWithPort(text)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "*:25",
        "[::1",
        "1.2.3.0/24:25",
        "1.2.3",
        "1.2.3.256",
        "1",
        "0x7f.1.1.1",
        "example.org",
        "example.org:80",
        "fe80::1%eth0",
        "[1.2.3.4]:80",
        "١.2.3.4",
        "\0"
      })
  void whatIsNoAddress_isNone_andIsNotResolved(String text) {
    assertThat(IpAddress.parseWithPort(text)).isNull();
  }

  @Test
  void addressHasOneForm_howeverItIsWritten() {
    assertThat(IpAddress.parseWithPort("[2001:DB8:0:0::1]:9001"))
        .isEqualTo(IpAddress.parse("2001:db8::1"));
  }

  @Test
  void nextAddress_carriesOver_andEnds() {
    assertThat(address("1.2.3.255").next()).isEqualTo(address("1.2.4.0"));
    assertThat(address("255.255.255.255").next()).isNull();
    assertThat(address("::ffff:ffff:ffff:ffff").next()).isEqualTo(address("0:0:0:1::"));
    assertThat(address("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").next()).isNull();
  }

  /// What boards of operators count as one address.
  @ParameterizedTest
  @CsvSource({
    "1.2.3.4:9001, 1.2.3.4, false",
    "1.2.3.4, 1.2.3.4, false",
    "[2001:DB8:0:0::1]:9001, 2001:db8:0:0:0:0:0:1, true",
    "[2001:db8::1], 2001:db8:0:0:0:0:0:1, true",
    "2001:db8::1, 2001:db8:0:0:0:0:0:1, true"
  })
  void oneAddress_hasOneTextAndProtocol(String text, String canonical, boolean v6) {
    IpAddress address = Objects.requireNonNull(IpAddress.parseWithPort(text));
    assertThat(address.text()).isEqualTo(canonical);
    assertThat(address.v6()).isEqualTo(v6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {":", "[:]", "[]", "[]:1", "[1:2:3:4:5:6:7:8:9]:1", "1.2.3.4:999999", "1.2.3.4:"})
  void oddPortsAndBrackets_areNoAddress(String text) {
    assertThat(IpAddress.parseWithPort(text)).isNull();
  }

  @Test
  void anyText_isAnAddressOrNone_andSpellingIsStable() {
    var random = new Random(9);
    String alphabet = "0123456789abcdef:.[]/%*";
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String canonical = IpAddress.canonical(text.toString());
      if (canonical != null) {
        assertThat(IpAddress.canonical(canonical)).isEqualTo(canonical);
      }
    }
  }

  @Test
  void anyNumber_isReadBackFromItsText() {
    var random = new Random(10);
    for (int round = 0; round < 5_000; round++) {
      var six = new IpAddress(true, random.nextLong(), random.nextLong());
      var four = new IpAddress(false, 0, random.nextLong() & 0xFFFF_FFFFL);
      assertThat(IpAddress.parse(six.text())).isEqualTo(six);
      assertThat(IpAddress.parseWithPort("[" + six.text() + "]:443")).isEqualTo(six);
      assertThat(IpAddress.parseWithPort(four.text() + ":443")).isEqualTo(four);
    }
  }

  private static IpAddress address(String text) {
    return Objects.requireNonNull(IpAddress.parse(text), text);
  }
}
