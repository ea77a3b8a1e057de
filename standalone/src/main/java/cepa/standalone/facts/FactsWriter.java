package cepa.standalone.facts;

import cepa.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes facts as a golden file: sorted keys, and tables as columns and rows.
public final class FactsWriter {

  private final List<FactsSource> sources;

  public FactsWriter(List<FactsSource> sources) {
    this.sources = sources.stream().sorted(Comparator.comparing(FactsSource::section)).toList();
  }

  /// @param file written anew; gzipped if its name ends so
  public void write(FactsInput input, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        OutputStream body =
            file.getFileName().toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
        JsonGenerator json = Json.MAPPER.createGenerator(body)) {
      json.writeStartObject();
      json.writeName("about");
      json.writePOJO(
          Map.of(
              "clock", input.model().asOf().toString(),
              "relays", input.relays().size()));
      for (FactsSource source : sources) {
        json.writeName(source.section());
        section(json, source, input);
      }
      json.writeEndObject();
    }
  }

  private static void section(JsonGenerator json, FactsSource source, FactsInput input) {
    if (source instanceof Table table) {
      rows(json, source, table.columns(), input);
      return;
    }
    if (source.keys(input).contains(FactsSource.WHOLE)) {
      value(json, source.facts(input, FactsSource.WHOLE));
      return;
    }
    json.writeStartObject();
    for (String key : source.keys(input).stream().sorted().toList()) {
      json.writeName(key);
      value(json, source.facts(input, key));
    }
    json.writeEndObject();
  }

  private static void rows(
      JsonGenerator json, FactsSource source, List<String> columns, FactsInput input) {
    json.writeStartObject();
    json.writeName("columns");
    value(json, columns);
    json.writeName("rows");
    json.writeStartArray();
    for (String key : source.keys(input)) {
      List<@Nullable Object> row = new ArrayList<>();
      if (source.facts(input, key) instanceof Map<?, ?> facts) {
        columns.forEach(column -> row.add(facts.get(column)));
      }
      value(json, row);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case Shown shown -> json.writeString(shown.text());
      case Rounded rounded -> json.writeNumber(rounded.value());
      case Map<?, ?> map -> {
        json.writeStartObject();
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((name, member) -> sorted.put(String.valueOf(name), member));
        sorted.forEach((name, member) -> {
          json.writeName(name);
          value(json, member);
        });
        json.writeEndObject();
      }
      case List<?> list -> {
        json.writeStartArray();
        list.forEach(element -> value(json, element));
        json.writeEndArray();
      }
      case null -> json.writeNull();
      default -> json.writePOJO(value);
    }
  }

  /// A section that golden files write as columns and rows.
  public interface Table {
    List<String> columns();
  }
}
