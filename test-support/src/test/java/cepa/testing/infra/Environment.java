package cepa.testing.infra;

import cepa.store.StoreSettings;
import cepa.topic.kafka.KafkaSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// A container's environment, read as the services read it.
final class Environment {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z0-9_]+:-([^}]*)}");

  /// Properties of single services; those of `common` are seen by binding them.
  private static final Set<String> OF_SERVICES =
      Set.of("CEPA_FETCHER_SOURCES", "CEPA_EDGE_PORT", "CEPA_PROCESSOR_BASE_URL");

  private final Map<String, Object> values = new TreeMap<>();

  Environment(Map<?, ?> declared) {
    declared.forEach((name, value) -> {
      Matcher variable = VARIABLE.matcher(String.valueOf(value));
      values.put(String.valueOf(name), variable.matches() ? variable.group(1) : value);
    });
  }

  /// The value under this very name.
  String text(String name) {
    return String.valueOf(values.get(name));
  }

  StoreSettings store() {
    return bind("cepa.store", StoreSettings.class, values);
  }

  KafkaSettings kafka() {
    return bind("cepa.kafka", KafkaSettings.class, values);
  }

  /// Names of ours that change nothing, most likely misspelt.
  Set<String> withoutEffect() {
    var names = new TreeSet<String>();
    for (String name : values.keySet()) {
      if (name.startsWith("CEPA_") && !OF_SERVICES.contains(name) && !hasEffect(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /// Binds a value of the right form nobody would use: if nothing changes, nobody reads the name.
  private static boolean hasEffect(String name) {
    for (String odd : List.of("7", "odd", "true", "http://odd:1", "odd/", "S3")) {
      for (Class<?> settings : List.of(StoreSettings.class, KafkaSettings.class)) {
        String prefix = settings == StoreSettings.class ? "cepa.store" : "cepa.kafka";
        try {
          Object plain = bind(prefix, settings, Map.of());
          if (!bind(prefix, settings, Map.of(name, odd)).equals(plain)) {
            return true;
          }
        } catch (RuntimeException e) {
          return true; // read, and refused
        }
      }
    }
    return false;
  }

  private static <T> T bind(String prefix, Class<T> settings, Map<String, Object> values) {
    var source =
        new SystemEnvironmentPropertySource(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, values);
    return new Binder(Objects.requireNonNull(ConfigurationPropertySource.from(source)))
        .bindOrCreate(prefix, Bindable.of(settings));
  }
}
