package cepa.processor.analysis.reliability;

import static cepa.processor.source.TestGraph.aGraph;
import static cepa.processor.source.TestGraph.object;
import static cepa.processor.source.onionoodetails.TestRelay.aRelay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.Percentiles;
import cepa.model.statistics.Percentiles.Band;
import cepa.processor.analysis.Results;
import cepa.processor.source.onionoobandwidth.TestBandwidth;
import cepa.processor.source.onionoodetails.TestRelay;
import cepa.processor.source.onionoouptime.TestUptime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OperatorReliabilityAnalysisTest {

  private static final Instant AS_OF = Instant.parse("2026-01-15T12:00:00Z");
  private static final String LAST = "2026-01-14 12:00:00";
  private static final String DIGITS = "0123456789ABCDEF";

  @Test
  void totalsAreComparedWithTotals_byTheInclusiveMethod() {
    // Ten operators read 10 … 100; the last one with two relays of 50 each.
    List<TestRelay> relays = new ArrayList<>();
    Map<String, String> histories = new TreeMap<>();
    for (int i = 0; i < 11; i++) {
      String digit = DIGITS.substring(i, i + 1);
      relays.add(aRelay(digit).with("contact", "operator " + Math.min(i, 9)));
      histories.put(digit, bandwidth(i < 9 ? 10 * (i + 1) : 50));
    }
    relays.add(aRelay("F"));
    histories.put("F", bandwidth(999));

    Results results = Results.of(AS_OF, relays, TestBandwidth.bandwidth(histories));

    Percentiles percentiles =
        Objects.requireNonNull(results.get(OperatorReliability.class).bandwidth());
    assertThat(percentiles.p5()).isCloseTo(14.5, within(1e-9));
    assertThat(percentiles.p25()).isCloseTo(32.5, within(1e-9));
    assertThat(percentiles.median()).isCloseTo(55, within(1e-9));
    assertThat(percentiles.p95()).isCloseTo(95.5, within(1e-9));
    // Relays without a contact are no operator (D-2).
    assertThat(percentiles.count()).isEqualTo(10);
    assertThat(operator(results, "9", "A").bandwidthBand()).isEqualTo(Band.FROM_99);
    assertThat(operator(results, "0").bandwidthBand()).isEqualTo(Band.BELOW_5);
  }

  @Test
  void outlierOfSevenRelays_isTold_ofSixMonthsOnly() {
    int[] sixMonths = {949, 959, 939, 969, 954, 300, 998};
    List<TestRelay> relays = new ArrayList<>();
    Map<String, String> histories = new TreeMap<>();
    for (int i = 0; i < sixMonths.length; i++) {
      String digit = DIGITS.substring(i, i + 1);
      relays.add(aRelay(digit).with("contact", "me").with("observed_bandwidth", 100 - i));
      histories.put(
          digit,
          object(
              "\"uptime\":"
                  + object(
                      aGraph().values(sixMonths[i], 40).as("6_months"),
                      aGraph().values(i == 0 ? 20 : 999, 40).as("1_month"))));
    }

    OperatorReliability.Operator operator =
        operator(
            Results.of(AS_OF, relays, TestUptime.uptime(histories)),
            "0",
            "1",
            "2",
            "3",
            "4",
            "5",
            "6");

    assertThat(operator.uptimeOutliers().high()).isEmpty();
    assertThat(operator.uptimeOutliers().low())
        .singleElement()
        .satisfies(outlier -> {
          assertThat(outlier.relay()).isEqualTo(5);
          assertThat(outlier.value()).isCloseTo(300 / 999.0, within(1e-12));
        });
  }

  @Test
  void relayThatHardlyRan_doesNotCountInMeans_butIsKnown() {
    Results results =
        Results.of(
            AS_OF,
            List.of(aRelay("A").with("contact", "me"), aRelay("B").with("contact", "me")),
            TestUptime.uptime(
                Map.of(
                    "A", object("\"uptime\":" + object(aGraph().values(9, 40).as("6_months"))),
                    "B", object("\"uptime\":" + object(aGraph().values(999, 40).as("6_months"))))));
    OperatorReliability.Operator operator = operator(results, "A", "B");
    assertThat(operator.uptime().sixMonths())
        .isEqualTo(new OperatorReliability.Uptime(1.0, 0.0, 1));
    assertThat(operator.relaysWithUptime()).isEqualTo(2);
    assertThat(results.get(UptimeStatistics.class).exclusions())
        .isEqualTo(new UptimeStatistics.Exclusions(0, 0, 0, 1));
  }

  @Test
  void percentilesOfUptime_sayWhyOthersAreLeftOut() {
    List<TestRelay> relays = new ArrayList<>();
    Map<String, String> histories = new TreeMap<>();
    for (int i = 0; i < 12; i++) {
      String digit = DIGITS.substring(i, i + 1);
      relays.add(aRelay(digit));
      histories.put(digit, sixMonths(aGraph().values(500 + 40 * i, 30).json()));
    }
    relays.add(aRelay("C"));
    relays.add(aRelay("D"));
    relays.add(aRelay("E"));
    histories.put("D", sixMonths(aGraph().raw("null").json()));
    histories.put("E", sixMonths(aGraph().values(999, 29).json()));
    histories.put("F", sixMonths(aGraph().values(999, 40).json()));

    UptimeStatistics statistics =
        Results.of(AS_OF, relays, TestUptime.uptime(histories)).get(UptimeStatistics.class);

    Percentiles percentiles = Objects.requireNonNull(statistics.sixMonths());
    assertThat(percentiles.p5()).isCloseTo(0.5225225225225225, within(1e-12));
    assertThat(percentiles.p99()).isCloseTo(0.9365365365365366, within(1e-12));
    // The document's relay F is not in the model.
    assertThat(percentiles.count()).isEqualTo(12);
    assertThat(statistics.exclusions()).isEqualTo(new UptimeStatistics.Exclusions(1, 1, 1, 0));
  }

  private static OperatorReliability.Operator operator(Results results, String... digits) {
    return results
        .get(OperatorReliability.class)
        .operators()
        .get(results.group("operator", digits));
  }

  private static String sixMonths(String graph) {
    return "{\"uptime\":{\"6_months\":" + graph + "}}";
  }

  private static String bandwidth(int value) {
    return object(
        "\"read_history\":"
            + object(aGraph().factor(1).last(LAST).values(value, 40).as("6_months")));
  }
}
