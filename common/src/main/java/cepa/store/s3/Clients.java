package cepa.store.s3;

import io.minio.MinioClient;
import java.util.List;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens and closes the client of the service.
final class Clients {

  private static final Logger log = LoggerFactory.getLogger(Clients.class);

  /// Above any number of uploads one process runs at once: the caller's threads are the limit.
  private static final int PARALLEL_REQUESTS = 64;

  private Clients() {}

  static MinioClient open(S3Settings settings) {
    var dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(PARALLEL_REQUESTS);
    dispatcher.setMaxRequestsPerHost(PARALLEL_REQUESTS);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .socketFactory(new NoDelaySockets())
            .dispatcher(dispatcher)
            .retryOnConnectionFailure(true)
            .connectTimeout(settings.connectTimeout())
            .readTimeout(settings.requestTimeout())
            .writeTimeout(settings.requestTimeout())
            .callTimeout(settings.requestTimeout())
            .build();
    return MinioClient.builder()
        .endpoint(settings.endpoint().toString())
        .region(settings.region())
        .credentials(settings.accessKey(), settings.secretKey().value())
        .httpClient(http, true)
        .build();
  }

  static void close(MinioClient client) {
    try {
      client.close();
    } catch (Exception e) { // declared so broadly by AutoCloseable
      log.warn("Could not close the object store's client", e);
    }
  }
}
