package cepa.processor.source.onionoouptime;

import static cepa.processor.source.TestGraph.aGraph;
import static cepa.processor.source.TestGraph.bytes;
import static cepa.processor.source.TestGraph.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.model.Relay;
import cepa.model.Series;
import cepa.model.statistics.Period;
import cepa.processor.source.TestGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UptimeRecordTest {

  private final UptimeRecord record = new UptimeRecord();

  @ParameterizedTest
  @CsvSource({
    "950, 30, 0.950950950950951",
    "950, 29, ",
    "9, 40, 0.009009009009009009",
    "10, 40, 0.01001001001001001",
    "0, 30, 0",
    "999, 30, 1"
  })
  void shareOfEqualValues(int value, int times, @Nullable Double expected) {
    assertShare(month(aGraph().values(value, times)), expected);
  }

  @Test
  void whatIsNoValue_doesNotCount() {
    assertShare(
        month(
            aGraph()
                .values(950, 30)
                .raw("null", "null", "null", "null", "null", "1000", "-1", "\"7\"")),
        0.950950950950951);
    assertThat(record.detail().points(Period.ONE_MONTH)).isEqualTo(30);
  }

  @Test
  void halfOfTheTime_isHalf() {
    assertShare(month(aGraph().values(999, 20).values(0, 20)), 0.5);
  }

  @Test
  void valuesAreRelativeToTheGraphsOwnMaximum() {
    // Up half of every interval: all values are 999, the factor says what they are worth.
    assertShare(month(aGraph().factor(0.5 / 999).values(999, 30)), 0.5);
  }

  @Test
  void factorThatIsTooLarge_neverMakesMoreThanOne() {
    assertShare(month(aGraph().factor(7).values(999, 30)), 1.0);
  }

  @Test
  void periodsAreToldApart_andOnlyKnownOnesAreKept() {
    record.read(
        bytes(
            object(
                "\"uptime\":"
                    + object(
                        aGraph().values(999, 40).as("1_month"),
                        aGraph().values(0, 40).as("6_months"),
                        aGraph().values(999, 10).as("1_year"),
                        aGraph().values(999, 40).as("3_months"),
                        aGraph().values(999, 40).as("x".repeat(40_000))))));

    assertThat(record.uptime()).isEqualTo(new Relay.Uptime(1.0, 0.0, null, null));
    assertThat(record.graphs())
        .extracting(Series::name)
        .containsExactly("uptime/1_month", "uptime/1_year", "uptime/6_months");
    assertThat(record.detail().points(Period.ONE_YEAR)).isEqualTo(10);
    assertThat(record.detail().points(Period.FIVE_YEARS)).isEqualTo(UptimeDetail.NO_GRAPH);
  }

  @Test
  void flagsHaveSharesOfTheirOwn() {
    record.read(
        bytes(
            object(
                "\"flags\":"
                    + object(
                        "\"Guard\":"
                            + object(
                                aGraph().values(999, 40).as("1_month"),
                                aGraph().values(999, 5).as("6_months")),
                        "\"Exit\":" + object(aGraph().values(0, 40).as("1_year")),
                        "\"Fast\":7",
                        "\"Stable\":{}"))));

    UptimeDetail detail = record.detail();
    assertThat(detail.flags()).containsExactly("Guard", "Exit");
    assertThat(detail.share(0, Period.ONE_MONTH)).isEqualTo(1.0);
    assertThat(detail.share(0, Period.SIX_MONTHS)).isNaN();
    assertThat(detail.share(0, Period.ONE_YEAR)).isNaN();
    assertThat(detail.share(1, Period.ONE_YEAR)).isZero();
    assertThat(record.graphs()).isEmpty();
  }

  @Test
  void relaysWithTheSameFlags_shareTheList() {
    String json = object("\"flags\":{\"Guard\":" + object(aGraph().as("1_month")) + "}");
    record.read(bytes(json));
    List<String> one = record.detail().flags();
    record.read(bytes(json));
    assertThat(record.detail().flags()).isSameAs(one);
  }

  @Test
  void moreFlagsThanThereAre_areLeftOut() {
    String[] flags = new String[500];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = "\"F" + i + "\":" + object(aGraph().values(i, 40).as("1_month"));
    }
    record.read(bytes(object("\"flags\":" + object(flags))));
    assertThat(record.detail().flags()).hasSize(64).contains("F0", "F63");
    assertThat(record.detail().share(63, Period.ONE_MONTH)).isCloseTo(63 / 999.0, within(1e-9));
  }

  @Test
  void nothingIsLeftOfTheRecordBefore() {
    record.read(
        bytes(
            object(
                "\"uptime\":" + object(aGraph().values(999, 40).as("1_month")),
                "\"flags\":{\"Guard\":" + object(aGraph().values(9, 40).as("1_month")) + "}")));
    assertThat(record.read(bytes("{}"))).isTrue();
    assertThat(record.uptime()).isEqualTo(new Relay.Uptime(null, null, null, null));
    assertThat(record.detail().flags()).isEmpty();
    assertThat(record.detail().points(Period.ONE_MONTH)).isEqualTo(UptimeDetail.NO_GRAPH);
    assertThat(record.graphs()).isEmpty();
  }

  private void assertShare(String json, @Nullable Double expected) {
    assertThat(record.read(bytes(json))).isTrue();
    Double share = record.uptime().oneMonth();
    if (expected == null || share == null) {
      assertThat(share).isEqualTo(expected);
    } else {
      assertThat(share).isCloseTo(expected, within(1e-9));
    }
  }

  private static String month(TestGraph graph) {
    return object("\"uptime\":" + object(graph.as("1_month")));
  }
}
