package cepa.processor.source.onionoobandwidth;

import static cepa.processor.source.TestGraph.aGraph;
import static cepa.processor.source.TestGraph.bytes;
import static cepa.processor.source.TestGraph.object;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Series;
import cepa.model.reliability.Overloads;
import cepa.model.statistics.Period;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandwidthRecordTest {

  private final BandwidthRecord record = new BandwidthRecord();

  @Test
  void bytesAreBandwidthTimesIntervals() {
    RelayBandwidth relay =
        read(
            "\"read_history\":"
                + object(
                    aGraph().factor(10).raw("1", "null", "3").as("1_month"),
                    aGraph().factor(2.5).raw("100", "200").as("6_months")));
    assertThat(relay.read()[Period.ONE_MONTH.index()]).isEqualTo(3_456_000);
    assertThat(relay.read()[Period.SIX_MONTHS.index()]).isEqualTo(64_800_000);
    assertThat(relay.read()[Period.ONE_YEAR.index()]).isNaN();
    assertThat(relay.written()).containsOnly(Double.NaN);
  }

  @Test
  void readAndWrittenAreToldApart() {
    RelayBandwidth relay =
        read(
            "\"write_history\":" + object(aGraph().factor(1).values(7, 2).as("1_year")),
            "\"read_history\":" + object(aGraph().factor(1).values(5, 2).as("1_year")));
    assertThat(relay.written()[Period.ONE_YEAR.index()]).isEqualTo(7 * 2 * 86_400);
    assertThat(relay.read()[Period.ONE_YEAR.index()]).isEqualTo(5 * 2 * 86_400);
    assertThat(record.graphs())
        .extracting(Series::name)
        .containsExactly("read_history/1_year", "write_history/1_year");
  }

  @Test
  void averageIsOfThirtyValuesOrMore_ofWhatIsRead() {
    assertThat(average("read_history", "100", 30)).isEqualTo(100);
    assertThat(average("read_history", "100", 29)).isNaN();
    assertThat(average("write_history", "100", 30)).isNaN();
  }

  @Test
  void zerosCount() {
    RelayBandwidth relay =
        read(
            "\"read_history\":"
                + object(aGraph().factor(1).values(0, 15).values(200, 15).as("6_months")));
    assertThat(relay.average()[Period.SIX_MONTHS.index()]).isEqualTo(100);
    assertThat(relay.peak()[Period.SIX_MONTHS.index()]).isEqualTo(200);
  }

  @Test
  void relayThatCarriedNothing_isZero_notUnknown() {
    RelayBandwidth relay =
        read("\"read_history\":" + object(aGraph().factor(0).values(0, 40).as("6_months")));
    assertThat(relay.read()[Period.SIX_MONTHS.index()]).isZero();
    assertThat(relay.average()[Period.SIX_MONTHS.index()]).isZero();
  }

  @Test
  void graphWithoutAnyValue_isUnknown() {
    RelayBandwidth relay =
        read("\"read_history\":" + object(aGraph().factor(1).raw("null").as("6_months")));
    assertThat(relay.read()[Period.SIX_MONTHS.index()]).isNaN();
  }

  @Test
  void bandwidthNoRelayHas_saysNothing() {
    RelayBandwidth relay =
        read("\"read_history\":" + object(aGraph().factor(1e300).values(999, 40).as("5_years")));
    assertThat(relay.read()[Period.FIVE_YEARS.index()]).isNaN();
    assertThat(relay.average()[Period.FIVE_YEARS.index()]).isNaN();
    assertThat(relay.peak()[Period.FIVE_YEARS.index()]).isNaN();
  }

  @Test
  void limitsThatWereHit() {
    RelayBandwidth relay =
        read(
            "\"overload_ratelimits\":{\"timestamp\":1700000000000,\"rate-limit\":13000000,"
                + "\"burst-limit\":26000000,\"write-count\":3,\"read-count\":0}");
    assertThat(relay.limits())
        .isEqualTo(
            new Overloads.Limits(
                Instant.ofEpochSecond(1_700_000_000), 13_000_000L, 26_000_000L, 3L, 0L));
  }

  @Test
  void countsHaveTwoNames_theShortOneWins() {
    RelayBandwidth relay =
        read(
            "\"overload_ratelimits\":{\"write-overload-count\":4,\"read-count\":1,"
                + "\"read-overload-count\":9}");
    assertThat(relay.limits()).isEqualTo(new Overloads.Limits(null, null, null, 4L, 1L));
  }

  @Test
  void descriptorsRanOut_evenIfNobodyKnowsWhen() {
    assertThat(read("\"overload_fd_exhausted\":{\"timestamp\":1700000000000}").descriptors())
        .isEqualTo(new Overloads.Descriptors(Instant.ofEpochSecond(1_700_000_000)));
    assertThat(read("\"overload_fd_exhausted\":{}").descriptors())
        .isEqualTo(new Overloads.Descriptors(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "[]", "\"x\"", "true"})
  void overloadThatIsNoObject_isNone(String value) {
    RelayBandwidth relay =
        read("\"overload_ratelimits\":" + value, "\"overload_fd_exhausted\":" + value);
    assertThat(relay.limits()).isNull();
    assertThat(relay.descriptors()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "1e30", "99999999999999999999", "\"3\"", "[3]", "{\"a\":3}"})
  void overloadFieldThatMakesNoSense_isUnknown_andTheOthersStay(String value) {
    RelayBandwidth relay =
        read("\"overload_ratelimits\":{\"write-count\":" + value + ",\"read-count\":2}");
    assertThat(relay.limits()).isEqualTo(new Overloads.Limits(null, null, null, null, 2L));
  }

  @Test
  void nothingIsLeftOfTheRecordBefore() {
    read(
        "\"read_history\":" + object(aGraph().values(9, 40).as("1_year")),
        "\"overload_fd_exhausted\":{}");
    RelayBandwidth relay = read();
    assertThat(relay.read()).containsOnly(Double.NaN);
    assertThat(relay.descriptors()).isNull();
    assertThat(record.graphs()).isEmpty();
  }

  private double average(String history, String value, int times) {
    return read("\""
            + history
            + "\":"
            + object(aGraph().factor(1).values(Integer.parseInt(value), times).as("6_months")))
        .average()[Period.SIX_MONTHS.index()];
  }

  private RelayBandwidth read(String... members) {
    assertThat(record.read(bytes(object(members)))).isTrue();
    return record.bandwidth();
  }
}
