package cepa.renderer.view.twin;

import cepa.renderer.view.Day;
import cepa.renderer.view.Difference;
import cepa.renderer.view.KeyedLink;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import cepa.renderer.view.chart.Chart;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The JSON Schema of a twin, from the record of its view: what [QuantityModule] writes, and so
/// with the units in the names. What [JsonInclude] lets out where it is null is not required.
/// Records used several times, or within themselves, stand under `$defs`.
public final class TwinSchema {

  private final Map<String, Object> definitions = new TreeMap<>();

  private TwinSchema() {}

  /// @param view a record
  /// @param id where the schema is
  /// @param title kind of page
  public static Map<String, Object> of(Class<?> view, String id, String title) {
    var schema = new TwinSchema();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    all.put("$id", id);
    all.put("title", title);
    all.putAll(schema.object(view));
    if (!schema.definitions.isEmpty()) {
      all.put("$defs", schema.definitions);
    }
    return all;
  }

  private Map<String, Object> object(Class<?> record) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      String name = component.getName();
      Class<?> type = component.getType();
      AnnotatedType annotated = component.getAnnotatedType();
      if (type == Rate.class) {
        put(properties, required, name + "BitsPerSecond", typed("integer"), annotated);
        properties.put(name + "ShownIn", typed("string"));
      } else if (type == Share.class) {
        put(properties, required, name + "Percent", typed("number"), annotated);
        properties.put(name + "PercentBelow", typed("number"));
      } else if (component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
        // Left out where it is null.
        properties.put(name, value(annotated));
      } else {
        put(properties, required, name, value(annotated), annotated);
      }
    }
    Map<String, Object> object = typed("object");
    object.put("properties", properties);
    object.put("required", required);
    return object;
  }

  private static void put(
      Map<String, Object> properties,
      List<String> required,
      String name,
      Map<String, Object> schema,
      AnnotatedType type) {
    properties.put(name, type.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema);
    required.add(name);
  }

  private static Map<String, Object> orNull(Map<String, Object> schema) {
    return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
  }

  private Map<String, Object> value(AnnotatedType annotated) {
    Type type = annotated.getType();
    if (type instanceof ParameterizedType generic) {
      AnnotatedType[] arguments =
          ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
      boolean isMap =
          generic.getRawType() instanceof Class<?> raw && Map.class.isAssignableFrom(raw);
      Map<String, Object> schema = typed(isMap ? "object" : "array");
      schema.put(isMap ? "additionalProperties" : "items", value(arguments[arguments.length - 1]));
      return schema;
    }
    return type instanceof Class<?> raw ? value(raw) : new LinkedHashMap<>();
  }

  private Map<String, Object> value(Class<?> type) {
    if (type == String.class || type == KeyedLink.class) {
      return typed("string");
    }
    if (type == boolean.class || type == Boolean.class) {
      return typed("boolean");
    }
    if (type == int.class
        || type == long.class
        || type == Integer.class
        || type == Long.class
        || type == Difference.class
        || type == Rate.class) {
      return typed("integer");
    }
    if (type == BigDecimal.class
        || type == Share.class
        || type == double.class
        || type == Double.class) {
      return typed("number");
    }
    if (type == Moment.class || type == Day.class) {
      Map<String, Object> time = typed("string");
      time.put(
          "pattern",
          type == Day.class ? "^\\d{4}-\\d\\d-\\d\\d$" : "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\dZ$");
      return time;
    }
    if (type == Chart.Point.class) {
      Map<String, Object> pair = typed("array");
      pair.put("items", Map.of("anyOf", List.of(typed("string"), typed("number"), typed("null"))));
      return pair;
    }
    if (type.isEnum()) {
      Map<String, Object> names = typed("string");
      names.put("enum", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
      return names;
    }
    return type.isRecord() ? reference(type) : new LinkedHashMap<>();
  }

  private Map<String, Object> reference(Class<?> record) {
    String name = record.getSimpleName();
    String owner =
        record.getEnclosingClass() == null ? "" : record.getEnclosingClass().getSimpleName();
    String full = owner + name;
    if (!definitions.containsKey(full)) {
      definitions.put(full, Map.of());
      definitions.put(full, object(record));
    }
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("$ref", "#/$defs/" + full);
    return reference;
  }

  private static Map<String, Object> typed(String type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    return schema;
  }
}
