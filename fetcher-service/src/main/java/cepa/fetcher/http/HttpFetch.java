package cepa.fetcher.http;

import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.fetcher.BusyUpstreamException;
import cepa.fetcher.DownloadContext;
import cepa.fetcher.Retries;
import cepa.fetcher.UpstreamText;
import cepa.topic.SnapshotManifest.Validators;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Gets documents over HTTP into the spool. Safe for several threads.
///
/// | what happened | tried again |
/// |---|---|
/// | time-out, refused, reset, unknown host, body cut short | yes |
/// | 5xx, 429 | yes, after `Retry-After` if that is given and not too long |
/// | any other status but 200 and an expected 304 | no |
/// | body too large, unknown encoding, bad redirect | no |
public final class HttpFetch implements AutoCloseable {

  private static final int MAX_REDIRECTS = 5;
  private static final int MAX_VALIDATOR = 1_000;

  private final HttpClient client;
  private final ExecutorService threads;
  private final Retries retries;
  private final InstantSource clock;
  private final String userAgent;

  /// @param connect longest time to connect
  /// @param userAgent names the project, as upstreams ask for
  public HttpFetch(Duration connect, String userAgent, Retries retries, InstantSource clock) {
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    // HTTP/1.1: one large body at a time gains nothing from streams, and its length is checked.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connect)
            .executor(threads)
            .build();
    this.userAgent = userAgent;
    this.retries = retries;
    this.clock = clock;
  }

  /// Gets one document, by the rules of the request.
  ///
  /// @throws RetriableException if every try failed in a way that may pass
  /// @throws PermanentException if upstream answered with something else than the document
  public Answer get(Get get, DownloadContext context) throws InterruptedException {
    return retries.run(get.retry(), () -> attempt(get, context));
  }

  private Answer attempt(Get get, DownloadContext context) throws InterruptedException {
    long deadline = System.nanoTime() + get.limits().total().toNanos();
    URI url = get.url();
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      HttpResponse<TimedBody> response = send(get, url, deadline, context);
      try (TimedBody body = response.body()) {
        int status = response.statusCode();
        if (status == 200) {
          return new Answer.Body(
              BodySpooler.spool(get, url, response, context), validators(response.headers()));
        }
        if (status == 304 && get.validators() != null) {
          return new Answer.NotModified();
        }
        if (!isRedirect(status)) {
          throw refusal(url, status, response.headers());
        }
        url = redirect(url, response.headers());
      }
    }
    throw new PermanentException(
        "GET " + get.url() + " was redirected more than " + MAX_REDIRECTS + " times");
  }

  private HttpResponse<TimedBody> send(Get get, URI url, long deadline, DownloadContext context)
      throws InterruptedException {
    context.meter().request();
    long idle = get.limits().idle().toNanos();
    try {
      HttpRequest request = request(get, url, deadline);
      HttpResponse<TimedBody> response = client.send(request, _ -> new TimedBody(idle, deadline));
      context.meter().answered(response.statusCode());
      return response;
    } catch (IOException e) {
      throw broken(url, e);
    } catch (IllegalArgumentException e) {
      throw new PermanentException("GET " + url + " is not possible: " + e.getMessage(), e);
    }
  }

  private HttpRequest request(Get get, URI url, long deadline) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1)))
            .header("User-Agent", userAgent)
            .header("Accept", get.accept())
            .header("Accept-Encoding", "gzip");
    Validators validators = get.validators();
    if (validators != null) {
      if (validators.etag() != null) {
        request.header("If-None-Match", validators.etag());
      }
      if (validators.lastModified() != null) {
        request.header("If-Modified-Since", validators.lastModified());
      }
    }
    return request.build();
  }

  static RetriableException broken(URI url, IOException e) {
    String message = e.getMessage();
    return new RetriableException(
        "GET "
            + url
            + " failed: "
            + e.getClass().getSimpleName()
            + (message == null ? "" : ", " + UpstreamText.shown(message)),
        e);
  }

  private RuntimeException refusal(URI url, int status, HttpHeaders headers) {
    String message = "GET " + url + " was answered with status " + status;
    if (status == 304) {
      return new PermanentException(message + " although the request was not conditional");
    }
    if (status != 429 && status < 500) {
      return new PermanentException(message + "; is the URL right?");
    }
    Duration wait = RetryAfter.parse(headers.firstValue("Retry-After"), clock.instant());
    return wait == null
        ? new RetriableException(message, null)
        : new BusyUpstreamException(message + ", Retry-After " + wait.toSeconds() + " s", wait);
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static URI redirect(URI from, HttpHeaders headers) {
    String location = headers.firstValue("Location").orElse("");
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw refusedRedirect(from, location, e);
    }
    boolean secure = "https".equalsIgnoreCase(to.getScheme());
    boolean plain = "http".equalsIgnoreCase(to.getScheme());
    boolean downgrade = plain && "https".equalsIgnoreCase(from.getScheme());
    if (location.isEmpty() || to.getHost() == null || downgrade || !(secure || plain)) {
      throw refusedRedirect(from, location, null);
    }
    return to;
  }

  private static PermanentException refusedRedirect(
      URI from, String location, @Nullable Exception cause) {
    return new PermanentException(
        "GET "
            + from
            + " was redirected to '"
            + UpstreamText.shown(location)
            + "', which is refused: only http and https, and not from https to http",
        cause);
  }

  private static @Nullable Validators validators(HttpHeaders headers) {
    String etag = sendable(headers, "ETag");
    String lastModified = sendable(headers, "Last-Modified");
    return etag == null && lastModified == null ? null : new Validators(etag, lastModified);
  }

  /// A header that can be sent back as it is; null if it is absent or no clean text.
  private static @Nullable String sendable(HttpHeaders headers, String name) {
    return headers
        .firstValue(name)
        .filter(v -> v.length() <= MAX_VALIDATOR && v.chars().allMatch(c -> c >= ' ' && c <= '~'))
        .orElse(null);
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }
}
