package cepa.fetcher.authorityhealth;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Connects over TCP, past any proxy, and hangs up: nothing is sent. Safe for several threads.
final class TcpProbe {

  private static final Logger log = LoggerFactory.getLogger(TcpProbe.class);

  private final int timeoutMillis;

  /// @param timeout longest time for a connection to stand, up to a minute
  TcpProbe(Duration timeout) {
    this.timeoutMillis = Math.max(1, Math.toIntExact(timeout.toMillis()));
  }

  Probe probe(AuthorityEndpoint at, Instant checkedAt) {
    try (Socket socket = new Socket(Proxy.NO_PROXY)) {
      // Addresses pass through this unresolved; of a name's addresses it is the first.
      var address = new InetSocketAddress(InetAddress.getByName(at.address()), at.port());
      long began = System.nanoTime();
      socket.connect(address, timeoutMillis);
      return Probe.online(at, System.nanoTime() - began, checkedAt);
    } catch (IOException e) {
      log.debug("{} is offline: {}", at, e.toString());
      return Probe.offline(at, word(e), checkedAt);
    }
  }

  private static String word(IOException e) {
    boolean gaveUp = String.valueOf(e.getMessage()).contains("timed out");
    return switch (e) {
      case SocketTimeoutException _ -> Probe.TIMEOUT;
      case UnknownHostException _ -> Probe.UNRESOLVED;
      // The system tells its own time limit by the same type as a refusal.
      case ConnectException _ -> gaveUp ? Probe.TIMEOUT : Probe.REFUSED;
      default -> Probe.UNREACHABLE;
    };
  }
}
