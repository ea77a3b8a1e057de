package cepa.fetcher.authorityhealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityEndpointTest {

  @ParameterizedTest
  @CsvSource({
    "moria1=128.31.0.39:9131, moria1, 128.31.0.39, 9131",
    "' moria1=128.31.0.39:9131 ', moria1, 128.31.0.39, 9131",
    "Serge=[2001:db8::1]:1, Serge, 2001:db8::1, 1",
    "Serge=[::ffff:192.0.2.1]:65535, Serge, ::ffff:192.0.2.1, 65535",
    "x=authority.example.org:80, x, authority.example.org, 80",
  })
  void nameAddressAndPort_areRead(String text, String name, String address, int port) {
    assertThat(AuthorityEndpoint.parse(text)).isEqualTo(new AuthorityEndpoint(name, address, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "moria1",
        "moria1=128.31.0.39",
        "128.31.0.39:9131",
        "=128.31.0.39:9131",
        "moria 1=128.31.0.39:9131",
        "aNicknameOfTwentyOnes=128.31.0.39:9131",
        "moria1=128.31.0.39:0",
        "moria1=128.31.0.39:65536",
        "moria1=128.31.0.39:-1",
        "moria1=128.31.0.39:99999999999",
        "moria1=2001:db8::1:80",
        "moria1=[2001:db8::1%eth0]:80",
        "moria1=http://128.31.0.39:80",
        "moria1=name:secret@128.31.0.39:80",
        "moria1=:80",
      })
  void otherTexts_areRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> AuthorityEndpoint.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("authorities must be like 'moria1=128.31.0.39:9131', not '" + text + "'");
  }
}
