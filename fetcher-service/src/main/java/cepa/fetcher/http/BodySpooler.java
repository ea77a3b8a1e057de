package cepa.fetcher.http;

import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.fetcher.DownloadContext;
import cepa.fetcher.SpoolFile;
import cepa.fetcher.SpooledDocument;
import cepa.fetcher.UpstreamText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/// Brings a response body into the spool: decoded, bounded, and whole or not at all.
final class BodySpooler {

  private static final int BUFFER = 64 * 1024;

  private BodySpooler() {}

  static SpooledDocument spool(
      Get get, URI url, HttpResponse<TimedBody> response, DownloadContext context)
      throws InterruptedException {
    TimedBody body = response.body();
    SpoolFile file = context.spool().create();
    try (InputStream decoded = decoded(url, response)) {
      copy(get, url, decoded, file, context);
      // A gzip stream may end before its body does, and the length is that of the body.
      body.transferTo(OutputStream.nullOutputStream());
    } catch (InterruptedIOException e) {
      Thread.interrupted();
      throw new InterruptedException("GET " + url + " was interrupted");
    } catch (IOException e) {
      throw HttpFetch.broken(url, e);
    }
    OptionalLong length = response.headers().firstValueAsLong("Content-Length");
    if (length.isPresent() && length.getAsLong() != body.bytes()) {
      throw new RetriableException(
          "GET " + url + " brought " + body.bytes() + " bytes of " + length.getAsLong(), null);
    }
    return file.finish(get.document());
  }

  private static void copy(
      Get get, URI url, InputStream from, SpoolFile to, DownloadContext context)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long limit = get.limits().maxBytes();
    for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
      context.meter().received(count);
      if (to.bytes() + count > limit) {
        throw new PermanentException(
            "GET "
                + url
                + " brought more than "
                + limit
                + " bytes (decoded); if that is right, raise the source's max-size");
      }
      to.write(buffer, 0, count);
    }
  }

  private static InputStream decoded(URI url, HttpResponse<TimedBody> response) throws IOException {
    String encoding =
        response
            .headers()
            .firstValue("Content-Encoding")
            .orElse("identity")
            .toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "identity", "" -> response.body();
      case "gzip", "x-gzip" -> new GZIPInputStream(response.body(), BUFFER);
      default ->
          throw new PermanentException(
              "GET "
                  + url
                  + " was answered in encoding '"
                  + UpstreamText.shown(encoding)
                  + "' although only gzip was offered");
    };
  }
}
