package cepa.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

  private static final String TAG = EntityTags.of("abc", true);

  @Test
  void encodings_haveDifferentTags() {
    assertThat(TAG).isEqualTo("\"abc-gzip\"").isNotEqualTo(EntityTags.of("abc", false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"abc-gzip\"",
        "W/\"abc-gzip\"",
        "\"x\", \"abc-gzip\"",
        "W/\"x\",W/\"abc-gzip\" , \"y\"",
        "\"a,b\", \"abc-gzip\"",
        "*",
        " * "
      })
  void knownTag_matches(String header) {
    assertThat(matches(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"abc\"",
        "abc-gzip",
        "\"abc-gzip",
        "\"xabc-gzip\"",
        "\"abc-gzipx\"",
        "\"*\"",
        "\""
      })
  void otherOrBrokenTag_doesNotMatch(String header) {
    assertThat(matches(header)).isFalse();
  }

  @Test
  void secondHeader_isLookedAtToo() {
    assertThat(EntityTags.match(Collections.enumeration(List.of("\"x\"", TAG)), TAG)).isTrue();
  }

  private static boolean matches(String header) {
    return EntityTags.match(Collections.enumeration(List.of(header)), TAG);
  }
}
