package cepa.simulator.authorityhealth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One port on loopback. Its number stays the same whatever its behaviour.
final class AuthorityPort implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AuthorityPort.class);
  private static final Duration SLOW_FOR = Duration.ofMillis(500);

  /// More than the shortest queue an operating system keeps.
  private static final int FILLERS = 4;

  private final InetSocketAddress address;
  private final List<SocketChannel> fillers = new ArrayList<>();
  private @Nullable ServerSocketChannel listener;
  private @Nullable Thread acceptor;
  private PortBehaviour behaviour = PortBehaviour.ACCEPT;

  private AuthorityPort(InetSocketAddress address, ServerSocketChannel listener) {
    this.address = address;
    this.listener = listener;
    accept(listener, Duration.ZERO);
  }

  static AuthorityPort open() {
    try {
      ServerSocketChannel listener = ServerSocketChannel.open();
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return new AuthorityPort((InetSocketAddress) listener.getLocalAddress(), listener);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on loopback", e);
    }
  }

  InetSocketAddress address() {
    return address;
  }

  synchronized PortBehaviour behaviour() {
    return behaviour;
  }

  synchronized void behave(PortBehaviour next) {
    close();
    behaviour = next;
    try {
      switch (next) {
        case ACCEPT -> accept(listen(50), Duration.ZERO);
        case REFUSE -> log.debug("Nobody listens at {} now", address);
        case SILENT -> fill(listen(1));
        case SLOW -> {
          ServerSocketChannel slow = listen(1);
          fill(slow);
          accept(slow, SLOW_FOR);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + address + " " + next, e);
    }
  }

  private ServerSocketChannel listen(int backlog) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    channel.bind(address, backlog);
    listener = channel;
    return channel;
  }

  private void fill(ServerSocketChannel full) throws IOException {
    for (int i = 0; i < FILLERS; i++) {
      SocketChannel filler = SocketChannel.open();
      filler.configureBlocking(false);
      filler.connect(full.getLocalAddress());
      fillers.add(filler);
    }
  }

  private void accept(ServerSocketChannel channel, Duration pause) {
    acceptor =
        Thread.ofVirtual()
            .name("simulator-authority")
            .start(() -> {
              while (channel.isOpen()) {
                acceptOne(channel, pause);
              }
            });
  }

  private static void acceptOne(ServerSocketChannel channel, Duration pause) {
    try {
      Thread.sleep(pause);
      channel.accept().close();
    } catch (ClosedChannelException e) {
      log.debug("No longer listening");
    } catch (IOException e) {
      log.debug("A probe ended early: {}", e.toString());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // accepting while interrupted closes the channel
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (listener != null) {
        listener.close();
        listener = null;
      }
      for (SocketChannel filler : fillers) {
        filler.close();
      }
      fillers.clear();
      if (acceptor != null) {
        // The port is free only when nobody waits in accept any more.
        acceptor.interrupt();
        acceptor.join();
        acceptor = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + address, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
