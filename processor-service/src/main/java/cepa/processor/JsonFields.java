package cepa.processor;

import cepa.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads an entity field by field, forgiving: a field of the wrong type is absent, the others are
/// kept.
public final class JsonFields {

  private final JsonNode node;

  private JsonFields(JsonNode node) {
    this.node = node;
  }

  /// The object in `json`, or null if it is none. Bytes that are no UTF-8 become U+FFFD.
  public static @Nullable JsonFields parse(byte[] json) {
    try {
      return of(Json.MAPPER.readTree(json));
    } catch (JacksonException e) {
      return parseMended(new String(json, StandardCharsets.UTF_8));
    }
  }

  private static @Nullable JsonFields parseMended(String json) {
    try {
      return of(Json.MAPPER.readTree(json));
    } catch (JacksonException e) {
      return null;
    }
  }

  private static @Nullable JsonFields of(JsonNode node) {
    return node.isObject() ? new JsonFields(node) : null;
  }

  public @Nullable String text(String name) {
    String sent = sent(name);
    return sent == null ? null : Text.clean(sent);
  }

  /// A text with everything in it that is none.
  public @Nullable String sent(String name) {
    JsonNode value = node.get(name);
    return value != null && value.isString() ? value.stringValue() : null;
  }

  /// A text cut to at most so many characters.
  public @Nullable String text(String name, int most) {
    String text = text(name);
    return text == null ? null : Text.cut(text, most);
  }

  /// A whole number of at least 0.
  public @Nullable Long natural(String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      return null;
    }
    return value.longValue() >= 0 ? value.longValue() : null;
  }

  /// A number within bounds.
  public @Nullable Double number(String name, double least, double most) {
    JsonNode value = node.get(name);
    if (value == null || !value.isNumber()) {
      return null;
    }
    // Of a number that no double can hold this is infinity, where doubleValue() throws.
    double number = value.numberValue().doubleValue();
    return number >= least && number <= most ? number : null;
  }

  public @Nullable Boolean flag(String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isBoolean()) {
      return null;
    }
    return value.booleanValue();
  }

  /// Onionoo's `YYYY-MM-DD hh:mm:ss`, UTC.
  public @Nullable Instant timestamp(String name) {
    String text = text(name);
    return text == null ? null : Timestamps.parse(text);
  }

  /// ISO 8601, UTC if it gives no zone.
  public @Nullable Instant isoTime(String name) {
    String text = text(name);
    return text == null ? null : Timestamps.parseIso(text);
  }

  /// Milliseconds since the epoch.
  public @Nullable Instant milliseconds(String name) {
    Long value = natural(name);
    return value == null || value == 0 || value > 253_402_300_799_999L
        ? null
        : Instant.ofEpochMilli(value);
  }

  /// The texts of an array; other elements are left out.
  public List<String> texts(String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isArray()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(value.size());
    for (JsonNode element : value) {
      if (element.isString()) {
        texts.add(Text.clean(element.stringValue()));
      }
    }
    return texts;
  }

  /// The object under `name`, or null if there is none.
  public @Nullable JsonFields object(String name) {
    JsonNode value = node.get(name);
    return value != null && value.isObject() ? new JsonFields(value) : null;
  }
}
