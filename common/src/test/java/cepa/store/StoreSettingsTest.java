package cepa.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.store.directory.DirectoryStore;
import cepa.store.s3.S3Settings;
import cepa.store.s3.S3Store;
import cepa.store.s3.Secret;
import jakarta.validation.Validation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

class StoreSettingsTest {

  @Test
  void defaults_areADirectoryAndALocalService() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new StoreSettings(
                StoreSettings.Kind.DIRECTORY,
                Path.of("data/store"),
                new S3Settings(
                    URI.create("http://localhost:9000"),
                    "cepa",
                    "us-east-1",
                    "",
                    Secret.NONE,
                    "",
                    false,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(60),
                    4,
                    Duration.ofMillis(200))));
  }

  @Test
  void everyKey_isBoundFromText() {
    var settings =
        bind(
            Map.ofEntries(
                Map.entry("cepa.store.kind", "s3"),
                Map.entry("cepa.store.directory", "/srv/cepa"),
                Map.entry("cepa.store.s3.endpoint", "https://s3.example.org:9443"),
                Map.entry("cepa.store.s3.bucket", "tor-site"),
                Map.entry("cepa.store.s3.region", "eu-central-1"),
                Map.entry("cepa.store.s3.access-key", "AK"),
                Map.entry("cepa.store.s3.secret-key", "SK"),
                Map.entry("cepa.store.s3.prefix", "prod/cepa/"),
                Map.entry("cepa.store.s3.create-bucket", "true"),
                Map.entry("cepa.store.s3.connect-timeout", "2s"),
                Map.entry("cepa.store.s3.request-timeout", "3m"),
                Map.entry("cepa.store.s3.attempts", "7"),
                Map.entry("cepa.store.s3.retry-delay", "50ms")));

    assertThat(settings)
        .isEqualTo(
            new StoreSettings(
                StoreSettings.Kind.S3,
                Path.of("/srv/cepa"),
                new S3Settings(
                    URI.create("https://s3.example.org:9443"),
                    "tor-site",
                    "eu-central-1",
                    "AK",
                    new Secret("SK"),
                    "prod/cepa/",
                    true,
                    Duration.ofSeconds(2),
                    Duration.ofMinutes(3),
                    7,
                    Duration.ofMillis(50))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind              | s3           | cepa.store.kind=s3 needs cepa.store.s3.access-key
          kind              | tape         | tape
          s3.endpoint       | ftp://a      | must be http(s)://host[:port] without a path, not ftp://a
          s3.endpoint       | http://a/b   | must be http(s)://host[:port] without a path, not http://a/b
          s3.endpoint       | minio:9000   | must be http(s)://host[:port] without a path, not minio:9000
          s3.bucket         | Cepa_Site    | must be 3 to 63 of a-z 0-9
          s3.prefix         | prod         | each ending in /
          s3.prefix         | ../          | each ending in /
          s3.connect-timeout| 0s           | cepa.store.s3.connect-timeout must be longer than zero
          s3.request-timeout| -1s          | cepa.store.s3.request-timeout must be longer than zero
          s3.retry-delay    | 0s           | cepa.store.s3.retry-delay must be longer than zero
          s3.attempts       | 0            | must be greater than or equal to 1
          s3.attempts       | 21           | must be less than or equal to 20
          """)
  void refusals_sayWhatIsWrong(String key, String value, String message) {
    assertThatThrownBy(() -> bind(Map.of("cepa.store." + key, value)))
        .isInstanceOf(BindException.class)
        .hasStackTraceContaining(message);
  }

  @Test
  void textForm_hidesTheSecret() {
    var settings = bind(Map.of("cepa.store.s3.secret-key", "hush-hush"));

    assertThat(settings.toString()).doesNotContain("hush-hush").contains("(hidden)");
    assertThat(settings.s3().secretKey().value()).isEqualTo("hush-hush");
  }

  @Test
  void open_givesTheChosenStore(@TempDir Path root) {
    var directory = bind(Map.of("cepa.store.directory", root.resolve("a/b").toString()));
    var s3 =
        bind(
            Map.of(
                "cepa.store.kind", "s3",
                "cepa.store.s3.access-key", "AK",
                "cepa.store.s3.secret-key", "SK"));

    try (ObjectStore ofDirectory = ObjectStores.open(directory);
        ObjectStore ofS3 = ObjectStores.open(s3)) {
      assertThat(ofDirectory).isInstanceOf(DirectoryStore.class);
      assertThat(root.resolve("a/b")).isDirectory();
      assertThat(ofS3)
          .isInstanceOf(S3Store.class)
          .hasToString("bucket cepa at http://localhost:9000");
    }
  }

  private static StoreSettings bind(Map<String, String> properties) {
    try (var factory = Validation.buildDefaultValidatorFactory()) {
      var validation =
          new ValidationBindHandler(new SpringValidatorAdapter(factory.getValidator()));
      return new Binder(new MapConfigurationPropertySource(properties))
          .bindOrCreate("cepa.store", Bindable.of(StoreSettings.class), validation);
    }
  }
}
