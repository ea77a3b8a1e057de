package cepa.processor;

import cepa.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/// One history graph as it stands in a document. Used again for the next graph, since a document
/// holds hundreds of thousands. Not safe for several threads.
public final class Graph {

  private static final int MOST_VALUES = 10_000;
  private static final int HIGHEST = 999;

  private short[] values = new short[512];

  /// Every number of so many characters is an `int`.
  private static final int INT_DIGITS = 9;

  private int count;
  private boolean hasValues;
  private @Nullable String first;
  private long interval;
  private double factor;
  private int known;
  private long sum;
  private long highest;

  Graph() {}

  /// How many values are known.
  public int known() {
    return known;
  }

  /// Mean of the known values as they really are; NaN if the graph makes no sense or none is known.
  public double mean() {
    return hasFactor() && known > 0 ? (double) sum / known * factor : Double.NaN;
  }

  /// Mean of the known values as parts of the largest there can be, 0..1, whatever the factor; NaN
  /// if none is known.
  public double relativeMean() {
    return known > 0 ? (double) sum / known / HIGHEST : Double.NaN;
  }

  /// Largest known value as it really is; NaN if the graph makes no sense or none is known.
  public double peak() {
    return hasFactor() && known > 0 ? highest * factor : Double.NaN;
  }

  /// Sum over the known intervals of length times value: bytes of a graph of bytes per second
  /// (analytics 3.2). NaN if the graph makes no sense or no value is known.
  public double total() {
    return hasInterval() ? mean() * known * interval : Double.NaN;
  }

  /// The graph to keep, or null if it makes no sense.
  public @Nullable Series series(String name) {
    Instant start = first == null ? null : Timestamps.parse(first);
    return start == null || !hasValues || !hasInterval() || !hasFactor()
        ? null
        : new Series(
            name, start, Duration.ofSeconds(interval), factor, Arrays.copyOf(values, count));
  }

  private boolean hasFactor() {
    return factor >= 0 && factor < Double.POSITIVE_INFINITY;
  }

  private boolean hasInterval() {
    return interval > 0 && interval <= Integer.MAX_VALUE;
  }

  /// @param in at the start of the graph's object; left at its end
  void read(JsonParser in) {
    count = 0;
    hasValues = false;
    first = null;
    interval = 0;
    factor = Double.NaN;
    known = 0;
    sum = 0;
    highest = 0;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = in.currentName();
      JsonToken token = in.nextToken();
      switch (field) {
        case "first" -> first = token == JsonToken.VALUE_STRING ? in.getString() : null;
        case "interval" -> interval = integer(in, token);
        case "factor" -> factor = token.isNumeric() ? in.getDoubleValue() : Double.NaN;
        case "values" -> readValues(in, token);
        default -> {}
      }
      in.skipChildren();
    }
  }

  private void readValues(JsonParser in, JsonToken start) {
    count = 0;
    known = 0;
    sum = 0;
    highest = 0;
    hasValues = start == JsonToken.START_ARRAY;
    if (!hasValues) {
      return;
    }
    JsonToken token;
    while ((token = in.nextToken()) != JsonToken.END_ARRAY) {
      if (count < MOST_VALUES) {
        add(integer(in, token));
      }
      in.skipChildren();
    }
  }

  private void add(long value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    boolean sound = value >= 0 && value <= HIGHEST;
    values[count++] = sound ? (short) value : Series.UNKNOWN;
    if (sound) {
      known++;
      sum += value;
      highest = Math.max(highest, value);
    }
  }

  /// A whole number; -1 if it is none or too large to mean anything.
  private static long integer(JsonParser in, JsonToken token) {
    if (token != JsonToken.VALUE_NUMBER_INT) {
      return -1;
    }
    // Nearly all have three digits; the parser is much quicker when it need not ask which kind.
    if (in.getStringLength() <= INT_DIGITS) {
      return in.getIntValue();
    }
    return in.getNumberType() == NumberType.BIG_INTEGER ? -1 : in.getLongValue();
  }
}
