package cepa.renderer.stage;

import cepa.error.PermanentException;
import cepa.json.Json;
import cepa.renderer.PageView;
import cepa.renderer.view.twin.CsvTable;
import cepa.renderer.view.twin.CsvWriter;
import java.util.Collection;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes views as JSON: properties in the order of their records, what is unknown as null, a line
/// end at the end. Equal views make equal bytes. Safe for many threads.
public final class Twins {

  private final JsonMapper mapper;

  /// @param modules how families' own types are written
  public Twins(Collection<? extends JacksonModule> modules) {
    mapper =
        Json.MAPPER
            .rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .addModules(modules)
            .build();
  }

  /// @throws PermanentException naming the page, if its view has no JSON form
  void write(String page, PageView view, ByteSink out) {
    try {
      mapper.writeValue(out, view);
    } catch (JacksonException e) {
      throw new PermanentException(
          "Page " + page + ": its view has no JSON form: " + e.getOriginalMessage(), e);
    }
    out.write('\n');
  }

  /// A table of a view as CSV: the values are those of the twin, because they are made from it.
  ///
  /// @throws PermanentException naming the page, if the table has no JSON form
  byte[] csv(String page, CsvTable table) {
    try {
      return CsvWriter.write(mapper, table);
    } catch (JacksonException e) {
      throw new PermanentException(
          "Page " + page + ": table " + table.name() + " cannot be written: " + e.getMessage(), e);
    }
  }
}
