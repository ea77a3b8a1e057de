package cepa.processor.analysis.overload;

import static cepa.processor.source.onionoodetails.TestRelay.aRelay;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.reliability.Overloads;
import cepa.processor.analysis.Results;
import cepa.processor.source.onionoobandwidth.TestBandwidth;
import cepa.processor.source.onionoodetails.TestRelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverloadAnalysisTest {

  private static final Instant AS_OF = Instant.ofEpochSecond(1_700_000_000);

  @Test
  void nothingReported_isNoEntry() {
    assertThat(overload(aRelay("A"), "{}")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"71, true", "72, false", "240, false"})
  void generalOverload_standsForThreeDays(long hours, boolean stands) {
    Instant at = AS_OF.minus(Duration.ofHours(hours));
    assertThat(overload(general(at), "{}"))
        .isEqualTo(new Overloads.Overload(stands, at, stands, null, null));
  }

  @Test
  void momentsAreThoseOfTheReport() {
    var general =
        Objects.requireNonNull(overload(general(AS_OF.minus(Duration.ofHours(71))), "{}"));
    assertThat(general.general()).isEqualTo("2023-11-11T23:13:20Z");
    String json = "{\"overload_fd_exhausted\":{\"timestamp\":1692224000000}}";
    var descriptors = Objects.requireNonNull(overload(aRelay("A"), json)).descriptors();
    assertThat(Objects.requireNonNull(descriptors).at()).isEqualTo("2023-08-16T22:13:20Z");
  }

  @Test
  void generalOverload_isToldWithoutTheBandwidthSource() {
    Instant at = AS_OF.minus(Duration.ofHours(1));
    Overloads overloads = Results.of(AS_OF, List.of(general(at))).get(Overloads.class);
    assertThat(overloads.overloaded()).isEqualTo(1);
    assertThat(overloads.complete()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"3, 0, true", "0, 1, true", "0, 0, false"})
  void limitsCount_onceTheyWereHit(long writes, long reads, boolean overloaded) {
    String json =
        "{\"overload_ratelimits\":{\"rate-limit\":13000000,\"write-count\":%d,\"read-count\":%d}}"
            .formatted(writes, reads);
    Overloads.Overload overload = Objects.requireNonNull(overload(aRelay("A"), json));
    assertThat(overload.overloaded()).isEqualTo(overloaded);
    assertThat(overload.limits())
        .isEqualTo(new Overloads.Limits(null, 13_000_000L, null, writes, reads));
  }

  @Test
  void descriptorsThatRanOut_count_howeverLongAgo() {
    Instant at = AS_OF.minus(Duration.ofDays(90));
    String json = "{\"overload_fd_exhausted\":{\"timestamp\":" + at.toEpochMilli() + "}}";
    assertThat(overload(aRelay("A"), json))
        .isEqualTo(new Overloads.Overload(true, null, false, null, new Overloads.Descriptors(at)));
  }

  private static TestRelay general(Instant at) {
    return aRelay("A").with("overload_general_timestamp", at.toEpochMilli());
  }

  private static Overloads.@Nullable Overload overload(TestRelay relay, String bandwidth) {
    return Results.of(AS_OF, List.of(relay), TestBandwidth.bandwidth(Map.of("A", bandwidth)))
        .get(Overloads.class)
        .of(0);
  }
}
