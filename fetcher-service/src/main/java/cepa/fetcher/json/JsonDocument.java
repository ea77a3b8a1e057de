package cepa.fetcher.json;

import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.fetcher.SpooledDocument;
import cepa.fetcher.UpstreamText;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/// Reads a spooled document token by token. Nesting, names, numbers and decoded strings are
/// limited, so that no document costs more than its size in time or a buffer in memory.
public final class JsonDocument {

  private static final int MAX_NESTING = 32;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_NESTING)
                  .maxNameLength(1_000)
                  .maxNumberLength(400)
                  .maxStringLength(1_000_000)
                  .build())
          .build();

  private JsonDocument() {}

  /// Gives a parser that stands before the first token to `reader`.
  ///
  /// @throws PermanentException if the document is no JSON or exceeds a limit; the message says at
  ///   which byte
  public static <T> T read(SpooledDocument document, Function<JsonParser, T> reader) {
    try (InputStream in = document.open();
        JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
      return reader.apply(json);
    } catch (JacksonException e) {
      throw new PermanentException(
          "Document "
              + document.name()
              + " cannot be read at byte "
              + Math.max(e.getLocation() == null ? -1 : e.getLocation().getByteOffset(), 0)
              + " of "
              + document.bytes()
              + ": "
              + UpstreamText.shown(e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new RetriableException("Cannot read the spool file of document " + document.name(), e);
    }
  }
}
