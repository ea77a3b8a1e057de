package cepa.processor.source.onionoobandwidth;

import cepa.model.reliability.Overloads;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/// The whole numbers of an overload object (sources 5.4); whatever else it holds is passed over.
final class OverloadFields {

  /// The last millisecond of the year 9999.
  private static final long LAST_MILLISECOND = 253_402_300_799_999L;

  private final boolean isObject;
  private final Map<String, Long> numbers = new HashMap<>();

  private OverloadFields(boolean isObject) {
    this.isObject = isObject;
  }

  /// @param in at the first token of a value; left at its last one
  static OverloadFields read(JsonParser in) {
    var fields = new OverloadFields(in.currentToken() == JsonToken.START_OBJECT);
    if (!fields.isObject) {
      in.skipChildren();
      return fields;
    }
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      JsonToken token = in.nextToken();
      if (isLong(in, token) && in.getLongValue() >= 0 && fields.numbers.size() < 32) {
        fields.numbers.put(name, in.getLongValue());
      }
      in.skipChildren();
    }
    return fields;
  }

  private static boolean isLong(JsonParser in, JsonToken token) {
    return token == JsonToken.VALUE_NUMBER_INT && in.getNumberType() != NumberType.BIG_INTEGER;
  }

  /// Clients of upstream disagree on the counts' names, so both are taken.
  Overloads.@Nullable Limits limits() {
    return isObject
        ? new Overloads.Limits(
            time(),
            numbers.get("rate-limit"),
            numbers.get("burst-limit"),
            either("write-count", "write-overload-count"),
            either("read-count", "read-overload-count"))
        : null;
  }

  Overloads.@Nullable Descriptors descriptors() {
    return isObject ? new Overloads.Descriptors(time()) : null;
  }

  private @Nullable Long either(String one, String other) {
    Long value = numbers.get(one);
    return value == null ? numbers.get(other) : value;
  }

  private @Nullable Instant time() {
    Long milliseconds = numbers.get("timestamp");
    return milliseconds == null || milliseconds == 0 || milliseconds > LAST_MILLISECOND
        ? null
        : Instant.ofEpochMilli(milliseconds);
  }
}
