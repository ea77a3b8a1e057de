package cepa.renderer.view;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.store.StoreKey;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, Linux",
    "2024-03-01, 2024-03-01",
    "a_b, a_5Fb",
    "'<img>', _3Cimg_3E",
    "., _2E",
    ".., _2E.",
    "Ä, _C3_84",
    "'a/b', a_2Fb",
  })
  void key_becomesOneSegment(String key, String segment) {
    assertThat(Keys.segment(key)).isEqualTo(segment);
  }

  @ParameterizedTest
  @CsvSource({
    "Running, running",
    "StaleDesc, staledesc",
    "V2Dir, v2dir",
    "Unheard, unheard",
    "UnHeard, _UnHeard",
    "running, _running",
    "RUNNING, _RUNNING",
  })
  void flag_isLowerCaseWhereThatNamesOneOnly(String flag, String segment) {
    assertThat(Keys.flagSegment(flag)).isEqualTo(segment);
  }

  @Test
  void differentKeys_haveDifferentSegmentsThatMayBeStored() {
    var random = new Random(5);
    Set<String> keys = new HashSet<>();
    Set<String> segments = new HashSet<>();
    Set<String> flags = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      var key = new StringBuilder();
      for (int length = random.nextInt(random.nextInt(100) == 0 ? 300 : 4); length >= 0; length--) {
        key.append("aA._-/%5F\u00e9<".charAt(random.nextInt(11)));
      }
      keys.add(key.toString());
      segments.add(Keys.segment(key.toString()));
      flags.add(Keys.flagSegment(key.toString()));
    }
    assertThat(segments).hasSameSizeAs(keys).allMatch(StoreKey::isValid);
    assertThat(flags).hasSameSizeAs(keys).allMatch(StoreKey::isValid);
  }
}
