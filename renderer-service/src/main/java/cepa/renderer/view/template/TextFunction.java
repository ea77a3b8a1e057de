package cepa.renderer.view.template;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.EscapeFilter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// `text(key, …)` of templates: a text of [Messages] as HTML. Its words are escaped once, its
/// arguments each time; an argument that a macro has printed is markup already and stays so.
///
/// Safe for many threads.
final class TextFunction implements Function {

  private final EscapeFilter escape = new EscapeFilter();
  private final Map<String, Escaped> texts = new ConcurrentHashMap<>();
  private final Messages messages;

  TextFunction(Messages messages) {
    this.messages = messages;
  }

  /// @param whole the text without any arguments
  private record Escaped(Sentence sentence, SafeString whole) {}

  /// Arguments come under the names `0`, `1`, ….
  @Override
  public Object execute(
      Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
    try {
      Escaped text = text(args.get("0"));
      int given = args.size() - 1;
      return given == 0 ? text.whole : filled(text.sentence, markup(args, given));
    } catch (IllegalArgumentException e) {
      throw new PebbleException(e, String.valueOf(e.getMessage()), line, self.getName());
    }
  }

  private Escaped text(@Nullable Object key) {
    if (!(key instanceof String name)) {
      throw new IllegalArgumentException("text() needs a key, not " + key);
    }
    Escaped known = texts.get(name);
    return known == null ? texts.computeIfAbsent(name, this::escaped) : known;
  }

  private Escaped escaped(String key) {
    Sentence sentence = messages.sentence(key).map(this::html);
    return new Escaped(sentence, new SafeString(sentence.text()));
  }

  private static SafeString filled(Sentence sentence, String[] markup) {
    return new SafeString(sentence.filled(markup.length, place -> markup[place]));
  }

  /// Where it is called matters to the filter only if there were no such strategy.
  private String html(String text) {
    return String.valueOf(escape.apply(text, Map.of(), null, null, 0));
  }

  private String[] markup(Map<String, Object> args, int given) {
    String[] markup = new String[given];
    for (int i = 0; i < given; i++) {
      Object argument = args.get(Integer.toString(i + 1));
      if (argument == null) {
        throw new IllegalArgumentException(
            "Argument " + (i + 1) + " of text " + args.get("0") + " is unknown");
      }
      markup[i] =
          argument instanceof SafeString ? argument.toString() : html(messages.shown(argument));
    }
    return markup;
  }

  @Override
  public @Nullable List<String> getArgumentNames() {
    return null;
  }
}
