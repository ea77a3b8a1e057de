package cepa.simulator;

import java.io.IOException;
import java.io.OutputStream;

/// A document of a source at a moment.
///
/// @param path below the root of its service, with a leading slash
/// @param contentType of the response
/// @param modified seconds since the epoch: `Last-Modified`
/// @param version tells apart the contents a path has over time; two documents of one network with
///   the same path and version have the same bytes
/// @param body makes the bytes; may be slow, called once for each version
public record SimulatedDocument(
    String path, String contentType, long modified, String version, Body body) {

  public static final String JSON = "application/json; charset=utf-8";
  public static final String TEXT = "text/plain; charset=utf-8";

  /// Writes the bytes of a document, always the same ones.
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /// One that never changes once it is there.
  public static SimulatedDocument file(String path, long modified, Body body) {
    return new SimulatedDocument(path, TEXT, modified, "", body);
  }
}
