package cepa.simulator.network;

import java.util.ArrayList;
import java.util.List;

/// Where a relay lets traffic leave the network.
public enum ExitPolicy {
  NONE(false, "1-65535"),
  /// The list of ports the community recommends to operators who want few complaints.
  REDUCED(
      true,
      "20-21,22,23,43,53,79-81,88,110,143,194,220,389,443,464,531,543-544,554,563,587,636,706,749,"
          + "853,873,902-904,981,989-995,1194,1220,1293,1500,1533,1677,1723,1755,1863,2082-2083,"
          + "2086-2087,2095-2096,2102-2104,3128,3389,3690,4321,4643,5050,5190,5222-5223,5228,5900,"
          + "6660-6669,6679,6697,8000,8008,8074,8080,8082,8087-8088,8232-8233,8332-8333,8443,8888,"
          + "9418,9999-10000,11371,19294,19638,50002,64738"),
  WEB(true, "53,80,443"),
  /// All but the ports that are refused by default.
  OPEN(false, "25,119,135-139,445,563,1214,4661-4666,6346-6429,6699,6881-6999"),
  ALL(true, "1-65535");

  private static final List<String> PRIVATE =
      List.of(
          "0.0.0.0/8",
          "169.254.0.0/16",
          "127.0.0.0/8",
          "192.168.0.0/16",
          "10.0.0.0/8",
          "172.16.0.0/12");

  private final boolean accepts;
  private final String ports;

  ExitPolicy(boolean accepts, String ports) {
    this.accepts = accepts;
    this.ports = ports;
  }

  static ExitPolicy ofExit(Draw draw) {
    double share = draw.unit();
    return share < 0.70 ? REDUCED : share < 0.83 ? WEB : share < 0.95 ? OPEN : ALL;
  }

  /// `accept` or `reject`: what happens to the ports.
  public String verb() {
    return accepts ? "accept" : "reject";
  }

  public List<String> ports() {
    return List.of(ports.split(","));
  }

  /// As a consensus writes it: `accept 53,80,443`.
  public String summary() {
    return verb() + " " + ports;
  }

  /// The full policy of a relay at this address.
  public List<String> lines(String ipv4) {
    if (this == NONE) {
      return List.of("reject *:*");
    }
    List<String> lines = new ArrayList<>();
    PRIVATE.forEach(network -> lines.add("reject " + network + ":*"));
    lines.add("reject " + ipv4 + ":*");
    if (this != ALL) {
      ports().forEach(port -> lines.add(verb() + " *:" + port));
    }
    lines.add(accepts && this != ALL ? "reject *:*" : "accept *:*");
    return List.copyOf(lines);
  }
}
