package cepa.renderer.pages.relay;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.testing.model.NetworkBuilder;
import cepa.testing.model.Networks;
import cepa.testing.model.RelayBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FindingsTest {

  private static List<RelayView.Finding> findings(RelayBuilder relay) {
    return Findings.worst(all(Networks.aNetwork().with(relay)));
  }

  private static List<RelayView.Finding> all(NetworkBuilder network) {
    var data = new PageContext.Data(network.load("m1"));
    return Findings.of(0, new PageContext(data, new Links.Registry().build(), List::of));
  }

  private static List<String> codes(RelayBuilder relay) {
    return findings(relay).stream().map(RelayView.Finding::code).toList();
  }

  private static Relay.Weight notMeasured() {
    return new Relay.Weight(20L, null, null, null, null, false);
  }

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of(
            Networks.aRelay().offlineSince(Networks.AS_OF.minusSeconds(60)), "not-running-since"),
        Arguments.of(Networks.aRelay().flag("BadExit"), "bad-exit"),
        Arguments.of(
            Networks.aRelay().overloadedAt(Networks.AS_OF.minus(Duration.ofDays(3))), "overloaded"),
        Arguments.of(Networks.aRelay().version("0.4.5.1", false), "obsolete"),
        Arguments.of(
            Networks.aRelay()
                .software(new Relay.Software(null, null, "0.4.9.1-alpha", false, "unrecommended")),
            "version-not-recommended"),
        Arguments.of(Networks.aRelay().flag("StaleDesc"), "stale-descriptor"),
        Arguments.of(Networks.aRelay().weight(notMeasured()), "not-measured"),
        Arguments.of(
            Networks.aRelay()
                .addresses(
                    new Relay.Addresses(
                        List.of("192.0.2.1:9001"),
                        List.of(),
                        null,
                        List.of("[2001:db8::1]:9001"),
                        List.of(),
                        List.of())),
            "unreachable"),
        Arguments.of(
            Networks.aRelay().allegedFamily(Fingerprint.of("A".repeat(40))), "alleged-one"),
        Arguments.of(Networks.aRelay().hibernating(true), "hibernating"),
        Arguments.of(Networks.aRelay().contact(" "), "no-contact"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void eachTrouble_isFound(RelayBuilder relay, String code) {
    assertThat(codes(relay)).containsExactly(code);
  }

  @Test
  void relayThatIsWell_hasNone() {
    assertThat(findings(Networks.aRelay())).isEmpty();
  }

  @Test
  void whatIsUnknown_isNoFinding() {
    assertThat(codes(Networks.aBareRelay().contact("somebody"))).isEmpty();
  }

  @Test
  void overload_isForgottenAfterThreeDays() {
    var relay =
        Networks.aRelay().overloadedAt(Networks.AS_OF.minus(Duration.ofDays(3)).minusSeconds(1));
    assertThat(findings(relay)).isEmpty();
  }

  @Test
  void worstThree_areShownWorstFirst() {
    var relay =
        Networks.aRelay()
            .contact(null)
            .flag("StaleDesc")
            .weight(notMeasured())
            .version("0.4.5.1", false)
            .offlineSince(Networks.AS_OF.minusSeconds(60));
    assertThat(codes(relay)).containsExactly("not-running-since", "obsolete", "stale-descriptor");
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void eachTrouble_saysWhatToDo(RelayBuilder relay, String code) throws IOException {
    var texts = new Properties();
    try (InputStream in = getClass().getResourceAsStream("messages.properties")) {
      texts.load(in);
    }
    assertThat(texts.getProperty("finding." + code)).isNotBlank();
    assertThat(texts.getProperty("finding." + code + ".todo")).isNotBlank();
    assertThat(codes(relay)).contains(code);
  }
}
