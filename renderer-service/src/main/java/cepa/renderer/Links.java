package cepa.renderer;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where the page of an entity is. A family registers the entities it has pages for; other families
/// ask. So no family knows another one, and a link to a page that does not exist cannot be made.
public final class Links {

  private final Map<String, Function<String, @Nullable String>> paths;

  private Links(Map<String, Function<String, @Nullable String>> paths) {
    this.paths = Map.copyOf(paths);
  }

  /// The path of an entity's page, or null if there is none.
  ///
  /// @param entity kind of entity: `relay`, `country`, `network`, …
  /// @param key its canonical text form: fingerprint, `DE`, `AS24940`
  public @Nullable String path(String entity, @Nullable String key) {
    Function<String, @Nullable String> path = key == null ? null : paths.get(entity);
    return path == null || key == null ? null : path.apply(key);
  }

  /// A link to an entity that says `text`; only the text if the entity has no page.
  public Link to(String entity, @Nullable String key, String text) {
    return new Link(text, path(entity, key));
  }

  /// Collects where entities are.
  public static final class Registry {

    private final Map<String, Function<String, @Nullable String>> paths = new HashMap<>();

    /// @param path the absolute path for a key, or null if that entity has no page
    /// @throws IllegalStateException if another family has these entities already
    public void entity(String entity, Function<String, @Nullable String> path) {
      if (paths.putIfAbsent(entity, path) != null) {
        throw new IllegalStateException("Two page families show entities of kind " + entity);
      }
    }

    public Links build() {
      return new Links(paths);
    }
  }
}
