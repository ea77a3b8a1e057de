package cepa.renderer.pages;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// As much of JSON Schema as the schemas of twins use; what is not described is a problem, too.
record SchemaCheck(JsonNode schema) {

  List<String> problems(JsonNode value) {
    List<String> problems = new ArrayList<>();
    check(schema, value, "", problems);
    return problems;
  }

  private void check(JsonNode rule, JsonNode value, String at, List<String> problems) {
    if (rule.has("$ref")) {
      String name = rule.path("$ref").asString().substring("#/$defs/".length());
      check(schema.path("$defs").path(name), value, at, problems);
      return;
    }
    if (rule.has("anyOf")) {
      List<String> all = new ArrayList<>();
      for (JsonNode each : rule.path("anyOf")) {
        List<String> own = new ArrayList<>();
        check(each, value, at, own);
        if (own.isEmpty()) {
          return;
        }
        if (!each.path("type").asString("").equals("null")) {
          all.addAll(own);
        }
      }
      problems.addAll(all);
      return;
    }
    String type = rule.path("type").asString("");
    boolean fits =
        switch (type) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isString();
          case "boolean" -> value.isBoolean();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "null" -> value.isNull();
          default -> false;
        };
    if (!fits) {
      problems.add(at + " is no " + type);
      return;
    }
    if (rule.has("enum") && rule.path("enum").valueStream().noneMatch(value::equals)) {
      problems.add(at + " is " + value);
    }
    if (rule.has("pattern") && !value.asString().matches(rule.path("pattern").asString())) {
      problems.add(at + " looks like " + value);
    }
    value.forEach(element -> {
      if (value.isArray()) {
        check(rule.path("items"), element, at + "/*", problems);
      }
    });
    if (value.isObject() && rule.has("properties")) {
      object(rule, value, at, problems);
    } else if (value.isObject()) {
      value.forEach(each -> check(rule.path("additionalProperties"), each, at + "/*", problems));
    }
  }

  private void object(JsonNode rule, JsonNode value, String at, List<String> problems) {
    for (JsonNode name : rule.path("required")) {
      if (!value.has(name.asString())) {
        problems.add(at + "/" + name.asString() + " is missing");
      }
    }
    value
        .properties()
        .forEach(property -> {
          JsonNode own = rule.path("properties").path(property.getKey());
          String path = at + "/" + property.getKey();
          if (own.isMissingNode()) {
            problems.add(path + " is not described");
          } else {
            check(own, property.getValue(), path, problems);
          }
        });
  }
}
