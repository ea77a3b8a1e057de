package cepa.renderer.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Whole pages as they were looked at and found good, beside the test as `<name>`. With
/// `-Dgolden.update` the file is written instead of compared; look at the difference before
/// committing it.
public final class Golden {

  private static final String UPDATE = "golden.update";

  /// Content hashes of assets are left out: a new stylesheet is no new page.
  private static final Pattern ASSET_HASH =
      Pattern.compile("\\.[0-9a-f]{16}\\.(?=(?:css|svg|js)\\b)");

  private Golden() {}

  public static void check(Class<?> test, String name, String page) {
    String actual = ASSET_HASH.matcher(page).replaceAll(".");
    Path file = Path.of("src/test/java", test.getPackageName().replace('.', '/')).resolve(name);
    try {
      if (System.getProperty(UPDATE) != null) {
        Files.writeString(file, actual);
      }
      assertThat(file)
          .as("%s; if the change is meant, run again with -D%s and look at it", name, UPDATE)
          .exists();
      assertThat(actual).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// JSON with a line a property, to be read and compared by people.
  public static String pretty(String json) {
    var mapper = Json.MAPPER;
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json)) + "\n";
  }
}
