package cepa.simulator.document;

import java.io.IOException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Writes JSON objects one a line, separated by commas, with all but ASCII escaped as the upstream
/// services do. Close it to get everything written; the writer below stays open.
public final class JsonLines implements AutoCloseable {

  private static final ObjectMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .rootValueSeparator(new SerializedString(",\n"))
              .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
              .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
              .build());

  private final JsonGenerator json;

  public JsonLines(DocumentWriter out) throws IOException {
    out.character('\n');
    this.json = MAPPER.createGenerator(out);
  }

  /// Where the fields of the next object are written, its braces included.
  public JsonGenerator json() {
    return json;
  }

  public void write(JsonNode object) {
    MAPPER.writeTree(json, object);
  }

  @Override
  public void close() {
    json.close();
  }
}
