package cepa.simulator.directory;

import cepa.simulator.document.Timestamps;
import cepa.simulator.network.Flag;
import cepa.simulator.network.RelayHour;
import cepa.simulator.network.SimulatedRelay;
import java.util.HexFormat;
import java.util.Set;

/// Lines about one relay that a consensus and all votes have in common.
public final class RouterEntry {

  private RouterEntry() {}

  /// The line `r`.
  public static String identity(RelayHour state, int tick) {
    SimulatedRelay relay = state.relay();
    String primary = relay.orAddresses(tick).getFirst();
    int colon = primary.lastIndexOf(':');
    return "r "
        + relay.nickname()
        + " "
        + DirectoryText.base64(HexFormat.of().parseHex(relay.fingerprint()))
        + " "
        + DirectoryText.base64(state.descriptor().digest(relay))
        + " "
        + Timestamps.text(state.descriptor().published())
        + " "
        + primary.substring(0, colon)
        + " "
        + primary.substring(colon + 1)
        + " "
        + relay.dirPort()
        + "\n";
  }

  /// The line `a`, or nothing if the relay has no IPv6 address.
  public static String ipv6(SimulatedRelay relay) {
    return relay.ipv6().map(address -> "a " + address + "\n").orElse("");
  }

  /// The line `s`.
  public static String flags(Set<Flag> flags) {
    StringBuilder line = new StringBuilder("s");
    flags.forEach(flag -> line.append(' ').append(flag.text()));
    return line.append('\n').toString();
  }

  /// The lines `v` and `pr`.
  public static String software(RelayHour state, int tick) {
    return "v Tor "
        + state.relay().software(tick).version()
        + "\npr "
        + DirectoryText.PROTOCOLS
        + "\n";
  }

  /// The line `p`.
  public static String policy(SimulatedRelay relay) {
    return "p " + relay.exitPolicy().summary() + "\n";
  }
}
