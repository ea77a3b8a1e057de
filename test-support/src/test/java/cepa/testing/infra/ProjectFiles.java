package cepa.testing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Files of the project, wherever the tests are started from.
final class ProjectFiles {

  private ProjectFiles() {}

  static Path root() {
    var location = ProjectFiles.class.getProtectionDomain().getCodeSource().getLocation();
    Path root = Path.of(URI.create(location.toString())).resolve("../../..").normalize();
    assertThat(root.resolve("docker-compose.yml")).exists();
    return root;
  }

  static String read(String file) throws IOException {
    return Files.readString(root().resolve(file));
  }

  static Map<?, ?> yaml(String file) throws IOException {
    return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(read(file)));
  }

  static List<Object> yamlDocuments(String file) throws IOException {
    var documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(read(file));
    return StreamSupport.stream(documents.spliterator(), false).toList();
  }

  /// The value as a map; fails with what it is instead.
  static Map<?, ?> map(Object value) {
    assertThat(value).isInstanceOf(Map.class);
    return (Map<?, ?>) value;
  }

  static Map<?, ?> map(Map<?, ?> parent, String key) {
    Object value = parent.get(key);
    assertThat(value).as(key).isNotNull();
    return map(value);
  }

  static List<?> list(Map<?, ?> parent, String key) {
    Object value = parent.get(key);
    assertThat(value).as(key).isInstanceOf(List.class);
    return (List<?>) value;
  }
}
