package cepa.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {

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

  private static IpAddress address(String text) {
    return Objects.requireNonNull(IpAddress.parse(text), text);
  }
}
