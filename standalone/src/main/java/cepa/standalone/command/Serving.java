package cepa.standalone.command;

import cepa.build.BuildStore;
import cepa.edge.EdgeServer;
import cepa.error.RetriableException;
import cepa.standalone.Stack;
import cepa.standalone.instance.DataDirectory;
import cepa.standalone.instance.DataDirectory.Instance;
import cepa.store.ObjectStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Option;

/// What the commands share that keep a site running until they are stopped.
final class Serving {

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "Port of the site on localhost; 0 takes a free one (default: ${DEFAULT-VALUE}).",
      defaultValue = "8080")
  private int port = 8080;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).",
      defaultValue = "127.0.0.1")
  private String bind = "127.0.0.1";

  int port() {
    return port;
  }

  String bind() {
    return bind;
  }

  /// Waits until the site answers; the edge looks for a new build once a second.
  private static void awaitServed(String url) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(url)).build();
      for (int i = 0; i < 50; i++) {
        if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
        Thread.sleep(Duration.ofMillis(200));
      }
    } catch (IOException e) {
      throw new RetriableException("The site does not answer at " + url, e);
    }
  }

  /// Prints the address, says when the first build is live, and stays until the process is told to
  /// end.
  void stay(Stack stack, DataDirectory data, PrintWriter out) throws InterruptedException {
    String url = "http://localhost:" + stack.get(EdgeServer.class).port();
    data.announce(new Instance(ProcessHandle.current().pid(), stack.bootstrapServers(), url));
    out.println("Starting; the first build takes a moment. Stop with Ctrl-C.");
    out.flush();
    var stopped = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              stopped.countDown();
              try {
                // The main thread closes everything in order; the process must not end before.
                main.join(20_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
    var builds = new BuildStore(stack.get(ObjectStore.class));
    String live = "";
    while (!stopped.await(500, java.util.concurrent.TimeUnit.MILLISECONDS)) {
      String now = builds.live().map(l -> l.value().build()).orElse("");
      if (!now.equals(live)) {
        if (live.isEmpty()) {
          awaitServed(url);
        }
        out.println(live.isEmpty() ? url : "New build " + now);
        out.flush();
        live = now;
      }
    }
  }
}
