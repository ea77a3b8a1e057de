package cepa.edge;

import cepa.build.BuildStore;
import cepa.digest.Sha256;
import cepa.error.CepaException;
import cepa.store.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/assets/<name>.<digest>.<ext>`: stylesheets and pictures, outside all builds, because a page of
/// the last build may still ask for its own.
final class Assets {

  static final String PREFIX = "/assets/";

  private static final Logger log = LoggerFactory.getLogger(Assets.class);
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9][a-z0-9-]{0,63}\\.[0-9a-f]{8,64}\\.([a-z0-9]{2,5})");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml",
          "txt", "text/plain;charset=utf-8",
          "png", "image/png",
          "webp", "image/webp",
          "ico", "image/x-icon",
          "woff2", "font/woff2");

  private static final long CACHE_BYTES = 8 * 1024 * 1024;

  private final ObjectStore store;
  private final SmallPages pages;
  private final SingleFlight<Asset> assets;

  Assets(ObjectStore store, SmallPages pages) {
    this.store = store;
    this.pages = pages;
    this.assets = new SingleFlight<>(CACHE_BYTES, (name, asset) -> asset.bytes(), this::fetch);
  }

  Outcome send(Exchange exchange, String path) throws IOException {
    Matcher name = NAME.matcher(path.substring(PREFIX.length()));
    String type = name.matches() ? TYPES.get(name.group(1)) : null;
    Optional<Asset> asset;
    try {
      asset = type == null ? Optional.empty() : assets.get(name.group());
    } catch (CepaException e) {
      log.error("An asset cannot be read: {}", e.getMessage(), e);
      exchange.unavailable(pages.message("Unavailable", "Please try again."), false);
      return Outcome.UNAVAILABLE;
    }
    if (asset.isEmpty() || type == null) {
      exchange.cache(CachePolicy.MISSING);
      exchange.send(404, Exchange.HTML, pages.message("Not found", "There is nothing here."));
      return Outcome.MISSING;
    }
    return send(exchange, asset.get(), type);
  }

  private static Outcome send(Exchange exchange, Asset asset, String type) throws IOException {
    byte[] compressed = exchange.prefersGzip() ? asset.gzip() : null;
    boolean gzip = compressed != null;
    byte[] body = compressed != null ? compressed : asset.raw();
    String tag = EntityTags.of(asset.sha256(), gzip);
    var response = exchange.response();
    exchange.cache(CachePolicy.IMMUTABLE);
    response.setHeader("ETag", tag);
    if (asset.gzip() != null) {
      response.setHeader("Vary", "Accept-Encoding");
    }
    if (exchange.has(tag)) {
      response.setStatus(304);
      return Outcome.NOT_MODIFIED;
    }
    if (gzip) {
      response.setHeader("Content-Encoding", "gzip");
    }
    exchange.send(200, type, body);
    return Outcome.ASSET;
  }

  private Optional<Asset> fetch(String name) {
    return store.get(BuildStore.assetKey(name)).map(object -> Asset.of(object.body()));
  }

  /// @param raw the asset as stored
  /// @param gzip the same compressed; null if that does not make it smaller
  private record Asset(byte[] raw, byte @Nullable [] gzip, String sha256) {

    static Asset of(byte[] raw) {
      byte[] compressed = compress(raw);
      return new Asset(raw, compressed.length < raw.length ? compressed : null, Sha256.hex(raw));
    }

    int bytes() {
      return raw.length + (gzip == null ? 0 : gzip.length);
    }

    private static byte[] compress(byte[] raw) {
      var bytes = new ByteArrayOutputStream(raw.length / 2 + 64);
      try (var out = new GZIPOutputStream(bytes)) {
        out.write(raw);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  }
}
