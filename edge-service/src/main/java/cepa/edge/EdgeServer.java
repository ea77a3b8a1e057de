package cepa.edge;

import cepa.error.PermanentException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.SmartLifecycle;

/// The public listener: a Tomcat of its own with one servlet, so that nothing else of the process
/// (management, other services) can be reached through the port readers use.
public final class EdgeServer implements SmartLifecycle {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final EdgeProperties properties;
  private final EdgeParts parts;
  private @Nullable WebServer server;
  private @Nullable ScheduledExecutorService poller;

  EdgeServer(EdgeProperties properties, EdgeParts parts) {
    this.properties = properties;
    this.parts = parts;
  }

  /// The port it listens on; -1 while it does not.
  public synchronized int port() {
    return server == null ? -1 : server.getPort();
  }

  @Override
  public synchronized void start() {
    if (server != null) {
      return;
    }
    parts.statuses().start();
    ScheduledExecutorService polling =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("edge-live").factory());
    long millis = properties.poll().toMillis();
    // check() never throws what a try can mend; anything else would be a defect and ends here.
    var _ = polling.scheduleWithFixedDelay(parts.live()::check, 0, millis, TimeUnit.MILLISECONDS);
    poller = polling;
    WebServer starting = newServer();
    try {
      starting.start();
    } catch (PortInUseException e) {
      stop();
      throw new PermanentException(
          "Port "
              + properties.port()
              + " is taken: end what listens there, or choose another (cepa.edge.port, --port)",
          e);
    }
    server = starting;
  }

  @Override
  public synchronized void stop() {
    if (poller != null) {
      poller.shutdownNow();
      poller = null;
    }
    parts.statuses().close();
    if (server != null) {
      awaitRequests(server);
      server.stop();
      server.destroy();
      server = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return server != null;
  }

  private static void awaitRequests(WebServer server) {
    var done = new CountDownLatch(1);
    server.shutDownGracefully(result -> done.countDown());
    try {
      var _ = done.await(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private WebServer newServer() {
    var factory = new TomcatServletWebServerFactory(properties.port());
    factory.setAddress(properties.address());
    factory.setShutdown(Shutdown.GRACEFUL);
    factory.setRegisterDefaultServlet(false);
    factory.setDisableMBeanRegistry(true);
    factory.addConnectorCustomizers(EdgeServer::customize);
    factory.addEngineValves(new SecurityHeaders(properties.hsts()));
    factory.addContextCustomizers(this::customize);
    var servlet = new ServletRegistrationBean<>(new EdgeServlet(parts), "/");
    servlet.setName("edge");
    servlet.setLoadOnStartup(1);
    return factory.getWebServer(servlet);
  }

  private static void customize(Connector connector) {
    // The servlet refuses it like every other method; the server would name the wrong ones instead.
    connector.setAllowTrace(true);
    // CDNs keep their connections; the default closes one after 100 requests.
    if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
      http.setMaxKeepAliveRequests(-1);
    }
    if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
      protocol.setExecutor(new VirtualThreadExecutor("edge-"));
    }
  }

  private void customize(Context context) {
    if (context.getParent() instanceof StandardHost host) {
      host.setErrorReportValveClass("");
      host.getPipeline().addValve(new ErrorPages(parts.pages()));
    }
  }
}
