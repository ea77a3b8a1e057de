package cepa.fetcher;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

/// Settings as Spring Boot binds them from text.
public final class Bound {

  private Bound() {}

  /// Settings under `prefix` from these properties, named below the prefix.
  public static <T> T settings(String prefix, Class<T> type, Map<String, String> properties) {
    var source = new MapConfigurationPropertySource();
    properties.forEach((name, value) -> source.put(prefix + "." + name, value));
    return new Binder(
            java.util.List.of(source), null, ApplicationConversionService.getSharedInstance())
        .bindOrCreate(prefix, type);
  }
}
