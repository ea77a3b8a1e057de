package cepa.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/// Libraries that only packages of one name may touch, so that they can be replaced there.
final class LibraryRules {

  private LibraryRules() {}

  static Stream<ArchRule> all(String root) {
    return Stream.of(
        only("..kafka..", root, "Kafka", "org.apache.kafka..", "kafka.."),
        only("..store.s3..", root, "MinIO and OkHttp", "io.minio..", "okhttp3.."),
        only("..template..", root, "Pebble", "io.pebbletemplates.."),
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "lombok..")
            .as("nobody uses Jackson 2 or Lombok"));
  }

  private static ArchRule only(String user, String root, String name, String... library) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(user)
        .and()
        .resideOutsideOfPackage(root + ".testing..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .as("only packages " + user + " use " + name);
  }
}
