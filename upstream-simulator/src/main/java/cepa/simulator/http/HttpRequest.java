package cepa.simulator.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request, read completely.
///
/// @param path decoded not at all, without the query
/// @param headers by lower-case name
/// @param body empty if there was none
public record HttpRequest(String method, String path, Map<String, String> headers, byte[] body) {

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public boolean acceptsGzip() {
    return header("accept-encoding").orElse("").toLowerCase(Locale.ROOT).contains("gzip");
  }

  boolean wantsClose() {
    return header("connection").orElse("").equalsIgnoreCase("close");
  }
}
