package cepa.standalone.facts;

import cepa.error.PermanentException;
import cepa.json.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A golden file, read section by section: the largest are too large to be kept whole.
public final class GoldenFile {

  private static final Pattern CLOCK =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d)");

  private final Path file;

  /// @param file JSON, gzipped if its name says so
  public GoldenFile(Path file) {
    this.file = file;
  }

  /// Takes a section.
  @FunctionalInterface
  public interface Handler {
    /// @param entries by key; one entry [FactsSource#WHOLE] if the section is one object
    void handle(String section, Map<String, @Nullable Object> entries);
  }

  /// Hands over every section in the order of the file.
  ///
  /// @param whole names of the sections that are one object
  /// @throws PermanentException if the file cannot be read
  public void read(java.util.Set<String> whole, Handler handler) {
    try (InputStream in = open();
        JsonParser parser = Json.MAPPER.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new PermanentException("Not a golden file, as it is no JSON object: " + file);
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String section = parser.currentName();
        parser.nextToken();
        Object value = parser.readValueAs(Object.class);
        handler.handle(section, entries(value, whole.contains(section)));
      }
    } catch (IOException | JacksonException e) {
      throw new PermanentException(
          "The golden file "
              + file
              + " cannot be read ("
              + e.getMessage()
              + "); is the path right and the file whole?",
          e);
    }
  }

  /// The moment its ages count from; null if it does not say.
  public @Nullable Instant clock() {
    Instant[] found = new Instant[1];
    read(
        java.util.Set.of("about"),
        (section, entries) -> {
          if (section.equals("about")
              && entries.get(FactsSource.WHOLE) instanceof Map<?, ?> about) {
            Matcher time = CLOCK.matcher(String.valueOf(about.get("clock")));
            if (time.find()) {
              found[0] = Instant.parse(time.group(1) + "T" + time.group(2) + "Z");
            }
          }
        });
    return found[0];
  }

  private InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static Map<String, @Nullable Object> entries(@Nullable Object value, boolean whole) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      if (map.get("columns") instanceof List<?> columns
          && map.get("rows") instanceof List<?> rows) {
        rows.forEach(row -> row(entries, columns, row));
      } else if (!whole) {
        map.forEach((key, entry) -> entries.put(String.valueOf(key), entry));
      }
    }
    if (whole || entries.isEmpty()) {
      entries.put(FactsSource.WHOLE, value);
    }
    return entries;
  }

  private static void row(
      Map<String, @Nullable Object> entries, List<?> columns, @Nullable Object row) {
    if (row instanceof List<?> cells && cells.size() == columns.size()) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        entry.put(String.valueOf(columns.get(i)), cells.get(i));
      }
      entries.put(String.valueOf(cells.getFirst()), entry);
    }
  }
}
