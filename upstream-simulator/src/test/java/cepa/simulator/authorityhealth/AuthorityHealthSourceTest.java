package cepa.simulator.authorityhealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AuthorityHealthSourceTest {

  private final AuthorityHealthSource source = new AuthorityHealthSource();

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void eachVotingAuthority_acceptsConnections() throws IOException {
    Map<String, InetSocketAddress> ports = source.open();
    assertThat(ports).hasSize(9).containsKeys("moria1", "tor26").doesNotContainKey("Serge");
    for (InetSocketAddress port : ports.values()) {
      connect(port, 2000);
    }
  }

  @Test
  void refusingAuthority_refuses_andAcceptsAgainAtTheSamePort() throws IOException {
    InetSocketAddress port = port("moria1");
    source.behave("moria1", PortBehaviour.REFUSE);
    assertThatThrownBy(() -> connect(port, 2000)).isInstanceOf(ConnectException.class);
    source.behave("moria1", PortBehaviour.ACCEPT);
    connect(port, 2000);
    assertThat(port("moria1")).isEqualTo(port);
  }

  @Test
  void silentAuthority_letsProbesRunIntoTheirLimit() {
    InetSocketAddress port = port("dizum");
    source.behave("dizum", PortBehaviour.SILENT);
    assertThatThrownBy(() -> connect(port, 300)).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void slowAuthority_acceptsLate() throws IOException {
    InetSocketAddress port = port("tor26");
    source.behave("tor26", PortBehaviour.SLOW);
    long began = System.nanoTime();
    connect(port, 10_000);
    assertThat((System.nanoTime() - began) / 1_000_000).isGreaterThan(100);
  }

  @Test
  void settingsAndStatus_areThoseOfTheControlEndpoint() {
    source.configure(
        JsonMapper.shared().readTree("{\"open\": true, \"behaviour\": {\"bastet\": \"refuse\"}}"));
    assertThat(source.status()).hasSize(9);
    assertThat(String.valueOf(source.status().get("bastet"))).endsWith(" refuse");
    assertThatThrownBy(() -> source.behave("nobody", PortBehaviour.ACCEPT))
        .hasMessageContaining("nobody")
        .hasMessageContaining("moria1");
  }

  private InetSocketAddress port(String nickname) {
    InetSocketAddress port = source.open().get(nickname);
    if (port == null) {
      throw new AssertionError("No port for " + nickname);
    }
    return port;
  }

  private static void connect(InetSocketAddress port, int timeoutMillis) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(port, timeoutMillis);
    }
  }
}
