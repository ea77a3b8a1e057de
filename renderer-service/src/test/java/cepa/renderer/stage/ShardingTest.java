package cepa.renderer.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardingTest {

  /// Packs of earlier builds are found by these numbers: they must never change.
  @ParameterizedTest
  @CsvSource({"/, 64, 47", "/relays/, 64, 15", "/country/DE/, 64, 41", "/country/DE/, 7, 0"})
  void shardOfAPath_neverChanges(String path, int shards, int expected) {
    assertThat(Sharding.shardOf(path, shards)).isEqualTo(expected);
  }

  @Test
  void pathsSpreadEvenly() {
    int[] counts = new int[64];
    IntStream.range(0, 64_000).forEach(i -> counts[Sharding.shardOf("/relay/" + i + "/", 64)]++);

    assertThat(IntStream.of(counts)).allSatisfy(count -> assertThat(count).isBetween(850, 1150));
  }
}
