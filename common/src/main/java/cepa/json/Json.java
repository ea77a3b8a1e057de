package cepa.json;

import cepa.model.Fingerprint;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// The JSON mapper for records on topics and objects in the store: instants as ISO 8601 text,
/// unknown properties ignored, map entries and properties in defined order, so equal values have
/// equal bytes.
public final class Json {

  /// Shared, immutable, safe for all threads.
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .addModule(domain())
          .build();

  private Json() {}

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  public static <T> T read(byte[] json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  /// Text forms of domain types that must stay free of annotations.
  private static SimpleModule domain() {
    var module = new SimpleModule("cepa");
    module.addSerializer(
        Fingerprint.class,
        new ValueSerializer<Fingerprint>() {
          @Override
          public void serialize(
              Fingerprint value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.hex());
          }
        });
    module.addKeySerializer(
        Fingerprint.class,
        new ValueSerializer<Fingerprint>() {
          @Override
          public void serialize(
              Fingerprint value, JsonGenerator out, SerializationContext context) {
            out.writeName(value.hex());
          }
        });
    module.addDeserializer(
        Fingerprint.class,
        new ValueDeserializer<Fingerprint>() {
          @Override
          public Fingerprint deserialize(JsonParser in, DeserializationContext context) {
            return Fingerprint.of(in.getString());
          }
        });
    module.addKeyDeserializer(
        Fingerprint.class,
        new KeyDeserializer() {
          @Override
          public Object deserializeKey(String key, DeserializationContext context) {
            return Fingerprint.of(key);
          }
        });
    module.addDeserializer(String.class, new SharedTexts.Deserializer());
    return module;
  }
}
