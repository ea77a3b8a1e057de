package cepa.processor.analysis.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.model.Series;
import cepa.processor.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AlignedSumsTest {

  private static final Instant AS_OF = Instant.parse("2026-01-15T12:00:00Z");
  private static final Instant LAST = Instant.parse("2026-01-14T12:00:00Z");

  private final AlignedSums sums = new AlignedSums(Duration.ofDays(1), AS_OF);

  @Test
  void youngRelay_isAddedOnItsOwnDays() {
    sums.add(graph(1, 100, 100, 100, 100));
    sums.add(graph(1, 50));
    assertThat(sums.present()).containsExactly(100, 100, 100, 150);
    assertThat(Statistics.mean(sums.present())).as("A-3").isEqualTo(112.5);
    assertThat(sums.midpoints()[3]).isEqualTo(LAST);
    assertThat(sums.midpoints()[0]).isEqualTo(LAST.minus(Duration.ofDays(3)));
  }

  @Test
  void unknownValues_addNothing() {
    sums.add(graph(1000, 10, 20, 30));
    sums.add(graph(500, 4, Series.UNKNOWN, Series.UNKNOWN));
    assertThat(sums.present()).containsExactly(12_000, 20_000, 30_000);
    assertThat(Statistics.mean(sums.present())).isCloseTo(20_666.666666666668, within(1e-9));
  }

  @Test
  void dayThatNobodyKnows_isAbsent_dayWithoutTrafficIsZero() {
    sums.add(graph(1, 5, Series.UNKNOWN, 0, 7));
    assertThat(sums.present()).containsExactly(5, 0, 7);
    assertThat(sums.midpoints())
        .containsExactly(LAST.minus(Duration.ofDays(3)), LAST.minus(Duration.ofDays(1)), LAST);
    Series series = Objects.requireNonNull(sums.series("x"));
    assertThat(series.values())
        .containsExactly((short) 23_405, Series.UNKNOWN, (short) 0, Short.MAX_VALUE);
    assertThat(series.value(3)).isCloseTo(7, within(1e-12));
    assertThat(series.first()).isEqualTo(LAST.minus(Duration.ofDays(3)));
  }

  /// Ten days of 100; a relay of the last three of them, and of today, which no interval holds yet.
  @Test
  void relayWithFinerGraphsOnly_countsWithTheTimeItRan() {
    var long10 = new AlignedSums(Duration.ofDays(10), AS_OF);
    Instant middle = AS_OF.minus(Duration.ofDays(6));
    long10.add(new Series("x", middle, Duration.ofDays(10), 1, new short[] {100}));
    sums.add(graph(1, 30, 30, 30, 30));
    AlignedSums all = long10.with(List.of(sums));
    assertThat(all.present()).containsExactly(109);
    assertThat(long10.present()).containsExactly(100);
    assertThat(new AlignedSums(Duration.ofDays(10), AS_OF).with(List.of(sums)).present()).isEmpty();
  }

  @Test
  void nothing_hasNoGraph() {
    assertThat(sums.present()).isEmpty();
    assertThat(sums.series("x")).isNull();
  }

  @Test
  void allZero_isAGraphOfZeros() {
    sums.add(graph(1, 0, 0));
    assertThat(Objects.requireNonNull(sums.series("x")).values())
        .containsExactly((short) 0, (short) 0);
  }

  @Test
  void orderOfTheRelays_doesNotMatter() {
    Series[] graphs = {
      graph(3, 1, 2, 3), graph(0.5, 700, Series.UNKNOWN), graph(2, 0), graph(1, 9, 8, 7, 6, 5)
    };
    var other = new AlignedSums(Duration.ofDays(1), AS_OF);
    for (int i = 0; i < graphs.length; i++) {
      sums.add(graphs[i]);
      other.add(graphs[graphs.length - 1 - i]);
    }
    assertThat(other.present()).containsExactly(sums.present(), within(1e-9));
    assertThat(other.midpoints()).containsExactly(sums.midpoints());
  }

  @Test
  void graphsOfOtherSpacing_areLeftOut() {
    sums.add(new Series("x", LAST, Duration.ofDays(2), 1, new short[] {5}));
    assertThat(sums.present()).isEmpty();
  }

  @Test
  void valuesOfOtherTimes_areLeftOut() {
    short[] many = new short[10_000];
    Arrays.fill(many, (short) 1);
    sums.add(new Series("x", Instant.parse("2005-01-01T12:00:00Z"), Duration.ofDays(1), 1, many));
    assertThat(sums.present()).hasSize(192);
    sums.add(new Series("x", Instant.parse("0001-01-01T00:00:00Z"), Duration.ofDays(1), 1, many));
    sums.add(new Series("x", Instant.parse("9999-12-31T00:00:00Z"), Duration.ofDays(1), 1, many));
    assertThat(sums.present()).hasSize(192).containsOnly(1);
  }

  private static Series graph(double factor, int... values) {
    short[] stored = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      stored[i] = (short) values[i];
    }
    Instant first = LAST.minus(Duration.ofDays(values.length - 1L));
    return new Series("x", first, Duration.ofDays(1), factor, stored);
  }
}
