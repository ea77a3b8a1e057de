package cepa.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/// Makes equal texts of one document one object, as far as they come near each other. A model says
/// the same policy lines, countries and platforms thousands of times, a part of a manifest the same
/// pack: unshared they are half of what it weighs in memory.
final class SharedTexts {

  /// A power of two.
  private static final int SLOTS = 1 << 14;

  private final @Nullable String[] known = new String[SLOTS];

  /// A text equal to `text`, perhaps one seen before.
  String one(String text) {
    int hash = text.hashCode();
    int slot = (hash ^ hash >>> 16) & SLOTS - 1;
    String before = known[slot];
    if (before != null && before.equals(text)) {
      return before;
    }
    known[slot] = text;
    return text;
  }

  /// Shares if the reader was given an instance of this class as attribute.
  static final class Deserializer extends ValueDeserializer<String> {

    @Override
    public @Nullable String deserialize(JsonParser in, DeserializationContext context) {
      String text = StringDeserializer.instance.deserialize(in, context);
      return text != null && context.getAttribute(SharedTexts.class) instanceof SharedTexts shared
          ? shared.one(text)
          : text;
    }
  }
}
