package cepa.renderer.template;

import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function of templates with positional or named arguments, all of them needed.
///
/// @param arguments their names, in order
/// @param body makes the result; what it throws is told with template and line
record TemplateFunction(List<String> arguments, Body body) implements Function {

  @Override
  public List<String> getArgumentNames() {
    return arguments;
  }

  @Override
  public Object execute(
      Map<String, Object> given, PebbleTemplate self, EvaluationContext context, int line) {
    return body.apply(given, new Place(self, line));
  }

  /// What a function does.
  @FunctionalInterface
  interface Body {
    Object apply(Map<String, Object> arguments, Place place);
  }

  /// Where in which template something is called.
  record Place(PebbleTemplate template, int line) {

    io.pebbletemplates.pebble.error.PebbleException error(
        String message, @Nullable Throwable cause) {
      return new io.pebbletemplates.pebble.error.PebbleException(
          cause, message, line, template.getName());
    }
  }
}
