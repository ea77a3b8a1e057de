package cepa.processor.analysis.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "192.0.2.1",
        "172.31.0.1",
        "169.254.1.1",
        "198.18.0.1",
        "203.0.113.9",
        "240.0.0.1",
        "255.255.255.255",
        "0.1.2.3",
        "::1",
        "fc00::1",
        "fe80::1",
        "2001:db8::1",
        "::ffff:8.8.8.8",
        "192.0.0.7",
        "192.0.0.171"
      })
  void addressOfTheTable_isPrivate(String text) {
    assertThat(PrivateAddresses.contains(address(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100.64.0.1",
        "8.8.8.8",
        "172.32.0.1",
        "172.15.255.255",
        "2a01::1",
        "192.0.0.8",
        "11.0.0.0",
        "2001:200::",
        "::2"
      })
  void otherAddress_isPublic(String text) {
    assertThat(PrivateAddresses.contains(address(text))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, 11.0.0.0",
    "10.1.2.3/8, 10.0.0.0, 9.255.255.255",
    "10.0.0.0/255.0.0.0, 10.255.255.255, 11.0.0.0",
    "[2001:db8::]/32, 2001:db8:ffff:ffff::1, 2001:db9::",
    "2001:db8::/64, 2001:db8::ffff:ffff:ffff:ffff, 2001:db8:0:1::",
    "8.8.8.8, 8.8.8.8, 8.8.8.9",
    "0.0.0.0/0, 255.255.255.255, ::1",
  })
  void range_holdsWhatItSays(String text, String inside, String outside) {
    IpRange range = Objects.requireNonNull(IpRange.parse(text));
    assertThat(range.contains(address(inside))).isTrue();
    assertThat(range.contains(address(outside))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.3.4/33", "::1/129", "1.2.3.4/", "/8", "1.2.3.4/255.0.255.0", "*/8"})
  void whatIsNoRange_isNone(@Nullable String text) {
    assertThat(IpRange.parse(Objects.requireNonNull(text))).isNull();
  }

  @Test
  void nextAddress_carriesOver_andEnds() {
    assertThat(address("1.2.3.255").next()).isEqualTo(address("1.2.4.0"));
    assertThat(address("255.255.255.255").next()).isNull();
    assertThat(address("::ffff:ffff:ffff:ffff").next()).isEqualTo(address("0:0:0:1::"));
    assertThat(address("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").next()).isNull();
  }

  private static IpAddress address(String text) {
    return Objects.requireNonNull(IpAddress.parse(text), text);
  }
}
