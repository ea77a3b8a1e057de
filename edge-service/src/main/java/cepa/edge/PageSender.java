package cepa.edge;

import cepa.edge.route.Route;
import cepa.error.CepaException;
import cepa.error.PermanentException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a body of a build: as stored to whoever takes gzip, unpacked to whoever does not.
final class PageSender {

  private static final Logger log = LoggerFactory.getLogger(PageSender.class);

  private final PackCache packs;
  private final SmallPages pages;
  private final String cdnCacheControl;
  private final @Nullable URI onion;
  private final Supplier<String> prefix;

  /// Packs whose failure was logged a moment ago: a broken pack is one line a minute, not one a
  /// request.
  private final Cache<String, Boolean> reported =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(1_000).build();

  /// @param prefix what links of the live site begin with just now
  PageSender(
      PackCache packs, SmallPages pages, EdgeProperties properties, Supplier<String> prefix) {
    this.packs = packs;
    this.pages = pages;
    this.cdnCacheControl = properties.cdnCacheControl();
    this.onion = properties.onionLocation();
    this.prefix = prefix;
  }

  /// @param status 200 or 404
  Outcome send(Exchange exchange, Route.Body body, int status) throws IOException {
    boolean gzip = exchange.prefersGzip();
    if (status == 200) {
      String tag = EntityTags.of(body.sha256(), gzip);
      if (exchange.has(tag)) {
        describe(exchange, body, tag);
        exchange.response().setStatus(304);
        return Outcome.NOT_MODIFIED;
      }
      return write(exchange, body, 200, gzip, tag);
    }
    return write(exchange, body, status, gzip, null);
  }

  private Outcome write(
      Exchange exchange, Route.Body body, int status, boolean gzip, @Nullable String tag)
      throws IOException {
    Bytes bytes;
    try {
      bytes = exchange.isHead() ? Bytes.lengthOnly(body, gzip) : bytes(body, gzip);
    } catch (CepaException e) {
      report(body, e);
      exchange.unavailable(
          pages.message("Unavailable", "This page cannot be shown now. Please try again."), false);
      return Outcome.UNAVAILABLE;
    }
    describe(exchange, body, tag);
    var response = exchange.response();
    response.setStatus(status);
    response.setContentType(body.type());
    if (gzip) {
      response.setHeader("Content-Encoding", "gzip");
    }
    exchange.write(bytes.array(), bytes.offset(), bytes.length());
    return status == 200 ? Outcome.PAGE : Outcome.MISSING;
  }

  /// The headers that a 304 repeats.
  private void describe(Exchange exchange, Route.Body body, @Nullable String tag) {
    var response = exchange.response();
    response.setHeader("Vary", "Accept-Encoding");
    if (tag == null) {
      exchange.cache(CachePolicy.MISSING);
      return;
    }
    exchange.cache(CachePolicy.REVALIDATE);
    response.setHeader("ETag", tag);
    if (!exchange.preview() && !cdnCacheControl.isEmpty()) {
      response.setHeader("CDN-Cache-Control", cdnCacheControl);
    }
    if (onion != null && !exchange.preview() && body.type().startsWith("text/html")) {
      response.setHeader("Onion-Location", onion + prefix.get() + body.path());
    }
  }

  private Bytes bytes(Route.Body body, boolean gzip) {
    byte[] pack = packs.pack(body.pack());
    if (body.offset() < 0 || body.length() < 0 || body.offset() > pack.length - body.length()) {
      throw new PermanentException("Pack " + body.pack() + " is shorter than its manifest says");
    }
    return gzip
        ? new Bytes(pack, body.offset(), body.length())
        : new Bytes(unpacked(pack, body), 0, body.size());
  }

  private static byte[] unpacked(byte[] pack, Route.Body body) {
    var compressed = new ByteArrayInputStream(pack, body.offset(), body.length());
    try (var in = new GZIPInputStream(compressed, Math.max(512, body.length()))) {
      byte[] raw = in.readNBytes(body.size());
      if (raw.length == body.size() && in.read() < 0) {
        return raw;
      }
      throw new IOException("its size is not " + body.size());
    } catch (IOException e) {
      throw new PermanentException(
          "The body of " + body.path() + " in pack " + body.pack() + " cannot be unpacked", e);
    }
  }

  /// A body of a build, uncompressed.
  ///
  /// @throws CepaException if it cannot be read
  byte[] raw(Route.Body body) {
    return bytes(body, false).array();
  }

  private void report(Route.Body body, CepaException e) {
    if (reported.asMap().putIfAbsent(body.pack(), true) == null) {
      log.error("Pages of pack {} answer 503: {}", body.pack(), e.getMessage(), e);
    }
  }

  /// A slice of an array.
  private record Bytes(byte[] array, int offset, int length) {
    private static final byte[] NONE = {};

    /// Enough for a HEAD.
    static Bytes lengthOnly(Route.Body body, boolean gzip) {
      return new Bytes(NONE, 0, gzip ? body.length() : body.size());
    }
  }
}
