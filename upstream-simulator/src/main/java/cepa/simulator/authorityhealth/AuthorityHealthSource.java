package cepa.simulator.authorityhealth;

import cepa.simulator.SimulatedSource;
import cepa.simulator.network.Authority;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;

/// Ports of directory authorities on loopback, to be probed by connecting. They are opened on
/// request, through [#open()] or the control endpoint:
///
/// ```json
/// {"sources": {"authority-health": {"open": true, "behaviour": {"moria1": "refuse"}}}}
/// ```
///
/// Safe for use by many threads.
public final class AuthorityHealthSource implements SimulatedSource {

  private final Map<String, AuthorityPort> ports = new ConcurrentSkipListMap<>();

  @Override
  public String id() {
    return "authority-health";
  }

  @Override
  public String service() {
    return "authorities";
  }

  /// Opens a port for each authority that votes, if that was not done yet.
  ///
  /// @return where to connect, by nickname
  public synchronized Map<String, InetSocketAddress> open() {
    if (ports.isEmpty()) {
      Authority.voters()
          .forEach(authority -> ports.put(authority.nickname(), AuthorityPort.open()));
    }
    Map<String, InetSocketAddress> addresses = new TreeMap<>();
    ports.forEach((nickname, port) -> addresses.put(nickname, port.address()));
    return addresses;
  }

  /// Changes how the port of an authority behaves from now on.
  public synchronized void behave(String nickname, PortBehaviour behaviour) {
    AuthorityPort port = ports.get(nickname);
    if (port == null) {
      throw new IllegalArgumentException(
          "No open port of authority " + nickname + ", open are " + ports.keySet());
    }
    port.behave(behaviour);
  }

  @Override
  public Map<String, Object> status() {
    Map<String, Object> status = new LinkedHashMap<>();
    ports.forEach((nickname, port) ->
        status.put(
            nickname,
            port.address().getHostString()
                + ":"
                + port.address().getPort()
                + " "
                + port.behaviour().name().toLowerCase(Locale.ROOT)));
    return status;
  }

  @Override
  public void configure(JsonNode settings) {
    if (settings.path("open").asBoolean(false)) {
      open();
    }
    settings
        .path("behaviour")
        .properties()
        .forEach(entry -> {
          String name = entry.getValue().asString().toUpperCase(Locale.ROOT);
          behave(entry.getKey(), PortBehaviour.valueOf(name));
        });
  }

  @Override
  public synchronized void close() {
    ports.values().forEach(AuthorityPort::close);
    ports.clear();
  }
}
