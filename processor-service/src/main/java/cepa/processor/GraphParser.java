package cepa.processor;

import cepa.json.Json;
import cepa.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/// Reads Onionoo's graph histories (sources 4.3) straight from the bytes of an entity: these
/// documents are the largest there are, so no tree is made of them.
public final class GraphParser {

  private static final int MOST_VALUES = 10_000;
  private static final int HIGHEST = 999;

  private GraphParser() {}

  /// The graphs under `history` of one entity, by name `<history>/<period>`. A graph that makes no
  /// sense is left out; values outside 0..999 are unknown.
  ///
  /// @param entity a JSON object such as `{"fingerprint":…,"uptime":{"1_month":{…}}}`
  public static Map<String, Series> parse(byte[] entity, String history) {
    Map<String, Series> graphs = new TreeMap<>();
    try (JsonParser in = Json.MAPPER.createParser(entity)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return graphs;
      }
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean wanted = in.currentName().equals(history);
        JsonToken value = in.nextToken();
        if (wanted && value == JsonToken.START_OBJECT) {
          periods(in, history, graphs);
        } else {
          in.skipChildren();
        }
      }
    } catch (JacksonException e) {
      // What was read before the damage is kept: the document as a whole was valid JSON when it was
      // published.
      return graphs;
    }
    return graphs;
  }

  private static void periods(JsonParser in, String history, Map<String, Series> graphs) {
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = history + "/" + in.currentName();
      if (in.nextToken() == JsonToken.START_OBJECT) {
        Series graph = graph(in, name);
        if (graph != null) {
          graphs.put(name, graph);
        }
      } else {
        in.skipChildren();
      }
    }
  }

  private static @Nullable Series graph(JsonParser in, String name) {
    Instant first = null;
    long interval = 0;
    double factor = Double.NaN;
    short[] values = null;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = in.currentName();
      JsonToken token = in.nextToken();
      switch (field) {
        case "first" ->
            first = token == JsonToken.VALUE_STRING ? Timestamps.parse(in.getString()) : null;
        case "interval" -> interval = integer(in, token);
        case "factor" -> factor = token.isNumeric() ? in.getDoubleValue() : Double.NaN;
        case "values" -> values = token == JsonToken.START_ARRAY ? values(in) : null;
        default -> {}
      }
      in.skipChildren();
    }
    boolean sound =
        first != null
            && values != null
            && interval > 0
            && interval <= Integer.MAX_VALUE
            && factor >= 0
            && factor < Double.POSITIVE_INFINITY;
    return sound && first != null && values != null
        ? new Series(name, first, Duration.ofSeconds(interval), factor, values)
        : null;
  }

  private static short @Nullable [] values(JsonParser in) {
    short[] values = new short[256];
    int count = 0;
    JsonToken token;
    while ((token = in.nextToken()) != JsonToken.END_ARRAY) {
      if (count == MOST_VALUES) {
        in.skipChildren();
        continue;
      }
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      long value = integer(in, token);
      values[count++] = value >= 0 && value <= HIGHEST ? (short) value : Series.UNKNOWN;
      in.skipChildren();
    }
    return Arrays.copyOf(values, count);
  }

  /// A whole number; -1 if it is none or too large to mean anything.
  private static long integer(JsonParser in, JsonToken token) {
    boolean small =
        token == JsonToken.VALUE_NUMBER_INT && in.getNumberType() != NumberType.BIG_INTEGER;
    return small ? in.getLongValue() : -1;
  }
}
