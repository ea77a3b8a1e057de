package cepa.fetcher.authorityhealth;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// Ports of this machine that accept, refuse or say nothing.
final class LoopbackPorts implements AutoCloseable {

  private final List<AutoCloseable> open = new ArrayList<>();

  AuthorityEndpoint accepting(String name) throws IOException {
    return endpoint(name, listening(50));
  }

  /// Nobody listens there; it was free a moment ago.
  AuthorityEndpoint refusing(String name) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return endpoint(name, socket);
    }
  }

  /// Its queue of connections is full and nobody empties it.
  AuthorityEndpoint stalling(String name) throws IOException {
    ServerSocket socket = listening(1);
    for (int i = 0; i < 4; i++) {
      SocketChannel filler = SocketChannel.open();
      open.add(filler);
      filler.configureBlocking(false);
      boolean _ =
          filler.connect(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()));
    }
    return endpoint(name, socket);
  }

  private ServerSocket listening(int backlog) throws IOException {
    ServerSocket socket = new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
    open.add(socket);
    return socket;
  }

  private static AuthorityEndpoint endpoint(String name, ServerSocket socket) {
    return new AuthorityEndpoint(name, "127.0.0.1", socket.getLocalPort());
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable socket : open) {
      socket.close();
    }
  }
}
