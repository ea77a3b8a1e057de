package cepa.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.artefact.ModelStore;
import cepa.json.Json;
import cepa.json.PackedJson;
import cepa.model.ModelPart;
import cepa.model.NetworkModel;
import cepa.model.reliability.FlagUptimes;
import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.OperatorReliability.Grade;
import cepa.model.reliability.OperatorReliability.Stability;
import cepa.model.reliability.OperatorReliability.Trend;
import cepa.model.reliability.Overloads;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Period;
import cepa.model.statistics.PeriodStatistics;
import cepa.model.traffic.GroupTraffic;
import cepa.model.traffic.OperatorCharts;
import cepa.model.traffic.RelayTraffic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Uptime and bandwidth of the mini network.
class HistoriesOfMiniNetworkTest {

  private static final long ALPHA_FIVE_YEARS = 1_035_763_200_000_000L;
  private static final long ALPHA_SIX_MONTHS = 207_152_640_000_000L;
  private static final long BRAVO = 57_024_000_000_000L;
  private static final long CHARLIE = 13_810_176_000_000L;

  private static final Results RESULTS =
      Results.of(
          MiniNetwork.AS_OF, MiniNetwork.relays(), MiniNetwork.uptime(), MiniNetwork.bandwidth());

  @Test
  void networkUptime() {
    UptimeStatistics statistics = RESULTS.get(UptimeStatistics.class);
    assertSpread(
        statistics.all().oneMonth(),
        84.50950950950951,
        93.993993993994,
        23.376516919586347,
        37.75647567033682,
        4);
    assertSpread(
        statistics.all().sixMonths(),
        91.65832499165833,
        95.995995995996,
        10.224593557587292,
        71.20913787648374,
        3);
    assertThat(statistics.all().oneYear()).isNull();
    assertThat(statistics.all().fiveYears()).isNull();
    assertThat(statistics.sixMonths()).isNull();
    assertThat(statistics.exclusions()).isEqualTo(new UptimeStatistics.Exclusions(2, 0, 0, 0));
  }

  @Test
  void networkUptimeOfFlags() {
    UptimeStatistics statistics = RESULTS.get(UptimeStatistics.class);
    PeriodStatistics guard = Objects.requireNonNull(statistics.flag("Guard", Period.ONE_MONTH));
    PeriodStatistics running = Objects.requireNonNull(statistics.flag("Running", Period.ONE_MONTH));
    assertThat(guard.mean()).isCloseTo(0.7771104437771105, within(1e-12));
    assertThat(guard.low()).isCloseTo(0.12398407402236188, within(1e-12));
    assertThat(running.mean()).isCloseTo(0.95995995995996, within(1e-12));
    assertThat(running.low()).isCloseTo(0.8540239715139444, within(1e-9));
    assertThat(statistics.flags()).containsOnlyKeys("Guard", "Running");
  }

  @Test
  void flagThatSaysMost() {
    FlagUptimes flags = RESULTS.get(FlagUptimes.class);
    assertThat(priority("A")).isEqualTo("Exit");
    assertThat(priority("B")).isEqualTo("Guard");
    assertThat(priority("D")).isEqualTo("Running");
    assertThat(priority("E")).isEqualTo("Guard");
    assertThat(flags.share(RESULTS.relay("A"), "Exit", Period.ONE_MONTH))
        .isCloseTo(900 / 999.0, within(1e-9));
    // Its history is too short: that is not the same as being equal to the uptime.
    assertThat(priority("C")).isEqualTo("Exit");
    assertThat(flags.share(RESULTS.relay("C"), "Exit", Period.ONE_MONTH)).isNull();
    assertThat(flags.share(RESULTS.relay("D"), "Exit", Period.ONE_MONTH)).isNull();
  }

  @Test
  void bytesOfRelays() {
    RelayTraffic traffic = RESULTS.get(RelayTraffic.class);
    int alpha = RESULTS.relay("A");
    assertThat(traffic.total(alpha, Period.FIVE_YEARS)).isEqualTo(ALPHA_FIVE_YEARS);
    assertThat(traffic.total(alpha, Period.ONE_YEAR)).isNull();
    assertThat(traffic.within(alpha, Period.ONE_YEAR)).isEqualTo(ALPHA_SIX_MONTHS);
    assertThat(traffic.best(alpha)).isEqualTo(Period.FIVE_YEARS);
    assertThat(traffic.average(alpha, Period.SIX_MONTHS)).isEqualTo(19_980_000);
    int bravo = RESULTS.relay("B");
    assertThat(traffic.total(bravo, Period.SIX_MONTHS)).isEqualTo(BRAVO);
    assertThat(traffic.within(bravo, Period.FIVE_YEARS)).isEqualTo(BRAVO);
    assertThat(traffic.average(bravo, Period.SIX_MONTHS)).isEqualTo(5_500_000);
    int charlie = RESULTS.relay("C");
    assertThat(traffic.total(charlie, Period.ONE_MONTH)).isEqualTo(CHARLIE);
    assertThat(traffic.average(charlie, Period.ONE_MONTH)).isNull();
    int delta = RESULTS.relay("D");
    assertThat(traffic.within(delta, Period.FIVE_YEARS)).isNull();
    assertThat(traffic.best(delta)).isNull();
  }

  @Test
  void bytesOfGroups_loseNoMember() {
    GroupTraffic traffic = RESULTS.get(GroupTraffic.class);
    var as100 = traffic.of("network").get(RESULTS.group("network", "A", "C"));
    assertThat(as100.best()).isEqualTo(Period.FIVE_YEARS);
    assertThat(as100.data()).isEqualTo(ALPHA_FIVE_YEARS + CHARLIE);
    var as200 = traffic.of("network").get(RESULTS.group("network", "B", "E"));
    assertThat(as200.best()).isEqualTo(Period.SIX_MONTHS);
    assertThat(as200.data()).isEqualTo(BRAVO);
    assertThat(as200.bytes().oneMonth()).isNull();
    assertThat(as200.relays()).isEqualTo(1);
    assertThat(traffic.share(as200, Period.SIX_MONTHS))
        .isCloseTo((double) BRAVO / (ALPHA_SIX_MONTHS + BRAVO + CHARLIE), within(1e-12));
    var as300 = traffic.of("network").get(RESULTS.group("network", "D"));
    assertThat(as300).isEqualTo(new GroupTraffic.Totals(PerPeriod.unknown(), null, 0));
    assertThat(traffic.share(as300, Period.FIVE_YEARS)).isNull();
  }

  @Test
  void bytesOfTheNetwork_growWithThePeriod() {
    GroupTraffic.Totals network = RESULTS.get(GroupTraffic.class).network();
    assertThat(network.bytes())
        .isEqualTo(
            new PerPeriod<>(
                CHARLIE,
                ALPHA_SIX_MONTHS + BRAVO + CHARLIE,
                ALPHA_SIX_MONTHS + BRAVO + CHARLIE,
                ALPHA_FIVE_YEARS + BRAVO + CHARLIE));
    assertThat(
            RESULTS.get(GroupTraffic.class).roles().values().stream()
                .mapToLong(role -> Objects.requireNonNullElse(role.bytes().fiveYears(), 0L))
                .sum())
        .isEqualTo(ALPHA_FIVE_YEARS + BRAVO + CHARLIE);
    assertThat(RESULTS.get(GroupTraffic.class).series())
        .extracting("name")
        .containsExactly(
            "read_history/5_years",
            "read_history/6_months",
            "write_history/5_years",
            "write_history/6_months");
  }

  @Test
  void operatorOfTwoRelays() {
    OperatorReliability.Operator operator = operator("A", "B");
    assertThat(operator.relaysWithUptime()).isEqualTo(2);
    var uptime = Objects.requireNonNull(operator.uptime().sixMonths());
    assertThat(uptime.mean()).isCloseTo(0.974974974974975, within(1e-12));
    assertThat(uptime.deviation()).isCloseTo(0.02123443787346989, within(1e-12));
    assertThat(uptime.relays()).isEqualTo(2);
    assertThat(Objects.requireNonNull(operator.uptime().oneYear()).mean())
        .isCloseTo(0.97997997997998, within(1e-12));
    var bandwidth = Objects.requireNonNull(operator.bandwidth().sixMonths());
    assertThat(bandwidth.perRelay()).isEqualTo(12_740_000);
    assertThat(bandwidth.deviation()).isCloseTo(10_238_906.191581208, within(1e-6));
    double perRelay = Objects.requireNonNull(bandwidth.perRelay());
    assertThat(Objects.requireNonNull(bandwidth.deviation()) / perRelay)
        .as("how unlike its relays are, which says nothing of how evenly it runs (A-15)")
        .isCloseTo(0.8036818046767038, within(1e-12));
    assertThat(bandwidth.total()).isCloseTo(25_480_000, within(1e-6));
    assertThat(bandwidth.points()).isEqualTo(60);
    assertThat(bandwidth.last()).isEqualTo(Instant.parse("2024-12-31T12:00:00Z"));
    // Both run evenly, however different they are from each other.
    assertThat(bandwidth.stability()).isEqualTo(Stability.GREAT);
    assertThat(bandwidth.variation())
        .isCloseTo(500_000 * Math.sqrt(60 / 59.0) / 25_480_000, within(1e-12));
    assertThat(bandwidth.peak()).isCloseTo(25_980_000, within(1e-6));
    assertThat(bandwidth.utilization()).isCloseTo(25_480_000.0 / 25_980_000, within(1e-12));
    var years = Objects.requireNonNull(operator.bandwidth().fiveYears());
    assertThat(years.total()).isCloseTo(14_985_000, within(1e-6));
    assertThat(years.points()).isEqualTo(40);
    assertThat(years.peak()).isCloseTo(14_985_000, within(1e-6));
    assertThat(years.utilization())
        .as("of its own peak; the mean of its relays is 0.850 of it (A-15)")
        .isCloseTo(1.0, within(1e-12));
    assertThat(perRelay / 14_985_000).isCloseTo(0.8501835168501836, within(1e-12));
    assertThat(operator.downtime()).isNull();
  }

  @Test
  void growthOfAnOperator() {
    var growth = Objects.requireNonNull(operator("A", "B").growth());
    assertThat(growth.rate()).isCloseTo(0.0400320256204964, within(1e-12));
    assertThat(growth.trend()).isEqualTo(Trend.STABLE);
    assertThat(growth.olderFrom()).isEqualTo(Instant.parse("2024-11-02T12:00:00Z"));
    assertThat(growth.olderTo()).isEqualTo(Instant.parse("2024-11-21T12:00:00Z"));
    assertThat(growth.recentFrom()).isEqualTo(Instant.parse("2024-12-12T12:00:00Z"));
    assertThat(growth.recentTo()).isEqualTo(Instant.parse("2024-12-31T12:00:00Z"));
  }

  @Test
  void operatorWithARelayOffline_countsItOnce() {
    OperatorReliability.Operator operator = operator("C", "E");
    var downtime = Objects.requireNonNull(operator.downtime());
    assertThat(downtime.relays()).containsExactly(RESULTS.relay("E"));
    assertThat(downtime.bandwidthShare()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(downtime.weightShare()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(downtime.guards())
        .isEqualTo(new OperatorReliability.RoleDowntime(1, 10_000_000, 1.0));
    assertThat(downtime.middles()).isEqualTo(new OperatorReliability.RoleDowntime(0, 0, null));
    assertThat(downtime.exits()).isEqualTo(new OperatorReliability.RoleDowntime(0, 0, 0.0));
    assertThat(operator.flags()).containsOnlyKeys("Guard");
    assertThat(Objects.requireNonNull(operator.flags().get("Guard")).oneMonth())
        .isCloseTo(0.4004004004004004, within(1e-9));
    assertThat(operator.bandwidth().sixMonths()).isNull();
    assertThat(operator.growth()).isNull();
  }

  @Test
  void versionsOfOperators() {
    assertThat(operator("A", "B").versions())
        .isEqualTo(
            new OperatorReliability.Versions(
                2,
                0,
                0,
                Grade.ALL,
                Map.of(
                    "recommended",
                    new OperatorReliability.Status(2, List.of("0.4.8.13", "0.4.9.2"))),
                Grade.ALL));
    assertThat(operator("C", "E").versions())
        .isEqualTo(
            new OperatorReliability.Versions(
                0,
                2,
                0,
                Grade.POOR,
                Map.of("obsolete", new OperatorReliability.Status(2, List.of("0.4.8.10"))),
                Grade.POOR));
  }

  @Test
  void chartsAreOfOperatorsWithSeveralHistories() {
    NetworkModel model = RESULTS.get(NetworkModel.class);
    OperatorCharts charts = RESULTS.get(OperatorCharts.class);
    String operator = model.groups("operator").get(RESULTS.group("operator", "A", "B")).key();
    assertThat(charts.operators()).containsOnlyKeys(operator);
    assertThat(charts.of(operator))
        .extracting("name")
        .containsExactly("read_history/5_years", "read_history/6_months");
    assertThat(charts.of("nobody")).isEmpty();
  }

  @Test
  void onlyOneRelayIsOverloaded() {
    Overloads overloads = RESULTS.get(Overloads.class);
    assertThat(overloads.overloaded()).isEqualTo(1);
    assertThat(Objects.requireNonNull(overloads.of(RESULTS.relay("B"))).limits())
        .isEqualTo(new Overloads.Limits(null, 5_000_000L, null, 2L, 1L));
  }

  @Test
  void withoutSources_everythingIsUnknown_nothingIsZero() {
    Results results = Results.of(MiniNetwork.AS_OF, MiniNetwork.relays());
    assertThat(results.get(UptimeStatistics.class).exclusions()).isNull();
    assertThat(results.get(UptimeStatistics.class).all()).isEqualTo(PerPeriod.unknown());
    assertThat(results.get(FlagUptimes.class).share(0, "Exit", Period.ONE_MONTH)).isNull();
    assertThat(results.get(RelayTraffic.class).within(0, Period.FIVE_YEARS)).isNull();
    assertThat(results.get(GroupTraffic.class).network())
        .isEqualTo(new GroupTraffic.Totals(PerPeriod.unknown(), null, 0));
    assertThat(results.get(GroupTraffic.class).series()).isEmpty();
    assertThat(results.get(OperatorCharts.class).operators()).isEmpty();
    assertThat(results.get(Overloads.class).complete()).isFalse();
    assertThat(results.get(OperatorReliability.class).bandwidth()).isNull();
    assertThat(results.get(OperatorReliability.class).operators())
        .allSatisfy(operator -> {
          assertThat(operator.uptime()).isEqualTo(PerPeriod.unknown());
          assertThat(operator.bandwidth()).isEqualTo(PerPeriod.unknown());
          assertThat(operator.flags()).isEmpty();
        });
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        UptimeStatistics.class,
        FlagUptimes.class,
        Overloads.class,
        OperatorReliability.class,
        RelayTraffic.class,
        GroupTraffic.class,
        OperatorCharts.class
      })
  void partsCanBeStored(Class<? extends ModelPart> type) {
    ModelPart part = RESULTS.get(type);
    assertThat(Json.bytes(PackedJson.unpack(PackedJson.pack(part), type)))
        .isEqualTo(Json.bytes(part));
    assertThat(ModelStore.partKey(ModelPart.name(type))).startsWith("models/parts/");
  }

  private static @Nullable String priority(String digit) {
    int relay = RESULTS.relay(digit);
    return RESULTS
        .get(FlagUptimes.class)
        .priority(RESULTS.get(NetworkModel.class).relays().get(relay), relay);
  }

  private static OperatorReliability.Operator operator(String... digits) {
    return RESULTS
        .get(OperatorReliability.class)
        .operators()
        .get(RESULTS.group("operator", digits));
  }

  private static void assertSpread(
      @Nullable PeriodStatistics spread,
      double mean,
      double median,
      double deviation,
      double low,
      int count) {
    PeriodStatistics known = Objects.requireNonNull(spread);
    assertThat(known.mean()).isCloseTo(mean / 100, within(1e-12));
    assertThat(known.median()).isCloseTo(median / 100, within(1e-12));
    assertThat(known.deviation()).isCloseTo(deviation / 100, within(1e-12));
    assertThat(known.low()).isCloseTo(low / 100, within(1e-12));
    // Nothing runs more than always.
    assertThat(known.high()).isEqualTo(1.0);
    assertThat(known.count()).isEqualTo(count);
  }
}
