package cepa.processor.source.onionoodetails;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Tor 0.4.8.13 on Linux, Linux
          Tor 0.4.8.13 on Windows 8 [server], Windows
          Tor 0.4.8.13 on GNU/Linux, Linux
          Tor 0.4.8.13 on FREEBSD, FreeBSD
          Tor 0.4.8.13 on DragonFly, DragonFly
          Linux, Linux
          Tor 0.4.8.13 on TempleOS, Other
          Tor x on ../../etc/passwd, Other
          Tor x on <img src=x onerror=alert(1)>, Other
          Tor x on %2e%2e%2f, Other
          'Tor x on ', Other
          nothing of the kind, Other
          """)
  void namesComeFromAClosedList(String line, String name) {
    assertThat(Platform.of(line)).isEqualTo(name);
  }

  @Test
  void noLine_isNoPlatform() {
    assertThat(Platform.of(null)).isNull();
    assertThat(Platform.of("")).isNull();
    assertThat(Platform.of(" \t")).isNull();
  }
}
