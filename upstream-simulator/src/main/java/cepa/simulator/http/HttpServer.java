package cepa.simulator.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens on one address; each connection has a virtual thread and is kept for further requests.
public final class HttpServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpServer.class);
  private static final int BACKLOG = 256;

  /// Answers one request by writing to the connection.
  @FunctionalInterface
  public interface Handler {
    void handle(HttpRequest request, HttpConnection connection) throws IOException;
  }

  private final ServerSocketChannel listener;
  private final Handler handler;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);

  private HttpServer(ServerSocketChannel listener, Handler handler) {
    this.listener = listener;
    this.handler = handler;
  }

  /// @param address port 0: any free one
  public static HttpServer start(InetSocketAddress address, Handler handler) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    try {
      listener.bind(address, BACKLOG);
    } catch (IOException | UnresolvedAddressException e) {
      listener.close();
      throw new IOException("Cannot listen on " + address + ", choose another address or port", e);
    }
    HttpServer server = new HttpServer(listener, handler);
    Thread.ofVirtual().name("simulator-accept").start(server::accept);
    return server;
  }

  public int port() {
    return listener.socket().getLocalPort();
  }

  private void accept() {
    while (listener.isOpen()) {
      try {
        SocketChannel channel = listener.accept();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        open.add(channel);
        Thread.ofVirtual().name("simulator-connection").start(() -> serve(channel));
      } catch (ClosedChannelException e) {
        log.debug("No longer listening");
      } catch (IOException e) {
        log.warn("Could not accept a connection", e);
      }
    }
  }

  private void serve(SocketChannel channel) {
    try (channel) {
      RequestReader reader = new RequestReader(channel);
      HttpConnection connection = new HttpConnection(channel, closing);
      Optional<HttpRequest> request = reader.next();
      while (request.isPresent()) {
        handler.handle(request.get(), connection);
        if (!connection.isOpen() || request.get().wantsClose()) {
          return;
        }
        request = reader.next();
      }
    } catch (IOException e) {
      log.debug("Connection ended early: {}", e.toString());
    } catch (RuntimeException e) {
      // The top of a worker: a failure must be seen, and must not end other connections.
      log.error("A request failed", e);
    } finally {
      open.remove(channel);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    closeQuietly(listener);
    open.forEach(HttpServer::closeQuietly);
  }

  private static void closeQuietly(Channel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      log.debug("Could not close {}", channel, e);
    }
  }
}
