package cepa.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// One request with its response: what every kind of answer needs.
///
/// @param preview whether the host is a preview's; nothing of it is kept or indexed
record Exchange(HttpServletRequest request, HttpServletResponse response, boolean preview) {

  static final String HTML = "text/html;charset=utf-8";

  private static final String RETRY_AFTER_SECONDS = "5";

  boolean isHead() {
    return "HEAD".equals(request.getMethod());
  }

  boolean prefersGzip() {
    String header = request.getHeader("Accept-Encoding");
    return header != null && AcceptEncoding.prefersGzip(header);
  }

  boolean has(String entityTag) {
    return EntityTags.match(request.getHeaders("If-None-Match"), entityTag);
  }

  void cache(CachePolicy policy) {
    if (preview) {
      response.setHeader("Cache-Control", CachePolicy.NEVER.header());
      response.setHeader("X-Robots-Tag", "noindex, nofollow");
    } else {
      response.setHeader("Cache-Control", policy.header());
    }
  }

  /// Answers with a whole body.
  void send(int status, String type, byte[] body) throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    write(body, 0, body.length);
  }

  /// Writes the body, or only its length if it was a HEAD.
  void write(byte[] bytes, int offset, int length) throws IOException {
    response.setContentLength(length);
    if (!isHead()) {
      response.getOutputStream().write(bytes, offset, length);
    }
  }

  /// @param location absolute path; the query of the request is dropped, no page reads one
  void redirect(int status, String location, CachePolicy policy) {
    cache(policy);
    response.setStatus(status);
    response.setHeader("Location", location);
    response.setContentLength(0);
  }

  /// Answers that it may work in a moment.
  ///
  /// @param refresh whether a browser shall look again by itself
  void unavailable(byte[] page, boolean refresh) throws IOException {
    cache(CachePolicy.NEVER);
    response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    if (refresh) {
      response.setHeader("Refresh", RETRY_AFTER_SECONDS);
    }
    send(503, HTML, page);
  }

  @Nullable String host() {
    return request.getHeader("Host");
  }
}
