package cepa.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// A small simulator that is listening, and a client for it.
final class RunningSimulator implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final UpstreamSimulator simulator =
      UpstreamSimulator.start(SimulatorSettings.defaults().withSeed(3).withRelays(200));

  UpstreamSimulator simulator() {
    return simulator;
  }

  HttpResponse<String> get(String path) throws IOException {
    return send(request(path, Map.of()).build());
  }

  HttpResponse<String> get(String path, Map<String, String> headers) throws IOException {
    return send(request(path, headers).build());
  }

  HttpResponse<byte[]> bytes(String path, Map<String, String> headers) throws IOException {
    try {
      return client.send(request(path, headers).build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  HttpResponse<String> head(String path) throws IOException {
    return send(request(path, Map.of()).HEAD().build());
  }

  HttpResponse<String> delete(String path) throws IOException {
    return send(request(path, Map.of()).DELETE().build());
  }

  HttpResponse<String> control(String json) throws IOException {
    return send(
        request("/_control", Map.of()).POST(HttpRequest.BodyPublishers.ofString(json)).build());
  }

  private HttpRequest.Builder request(String path, Map<String, String> headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
            .timeout(Duration.ofSeconds(20));
    headers.forEach(builder::header);
    return builder;
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static RuntimeException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new UncheckedIOException(new IOException(e));
  }

  @Override
  public void close() {
    simulator.close();
    client.close();
  }
}
