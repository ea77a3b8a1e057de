package cepa.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.model.GroupTotals;
import cepa.model.NetworkModel;
import cepa.model.NetworkTotals;
import cepa.model.Relay;
import cepa.model.consensus.FamilyKeys;
import cepa.model.consensus.FamilyKeys.Support;
import cepa.model.leaderboard.Category;
import cepa.model.leaderboard.Leaderboards;
import cepa.model.leaderboard.OperatorMetrics;
import cepa.model.reliability.FlagUptimes;
import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.Standing;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.Period;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Relays, groups and operators of the mini network with all its sources.
class MiniNetworkTest {

  private static final Results RESULTS =
      Results.of(
          MiniNetwork.AS_OF,
          MiniNetwork.relays(),
          MiniNetwork.uptime(),
          MiniNetwork.bandwidth(),
          MiniNetwork.aroi(),
          MiniNetwork.descriptors());

  private static final NetworkModel MODEL = RESULTS.get(NetworkModel.class);

  @Test
  void relayOfflineForTooLong_isNotOfTheModel_andOfflineOnesHaveNoShare() {
    assertThat(MODEL.relays())
        .extracting(relay -> relay.fingerprint().hex().substring(0, 1))
        .containsExactly("A", "B", "C", "D", "E");
    assertThat(MODEL.relays())
        .as("D-3")
        .extracting(relay -> relay.weight().fraction())
        .containsExactly(0.40, 0.24, 0.16, 0.12, 0.0);
    assertThat(MODEL.totals().all().weight()).as("the four that run").isEqualTo(11_500);
  }

  /// Colours of pages follow from the standing.
  @ParameterizedTest
  @CsvSource({
    "A, ONE_MONTH,  1.0,                EXCELLENT",
    "A, SIX_MONTHS, 0.98998998998999,   NORMAL",
    "B, ONE_MONTH,  0.97997997997998,   NORMAL",
    "B, SIX_MONTHS, 0.95995995995996,   NORMAL",
    "C, ONE_MONTH,  ,",
    "C, SIX_MONTHS, ,",
    "D, ONE_MONTH,  0.8998998998998999, NORMAL",
    "D, SIX_MONTHS, 0.7997997997997998, BELOW_MEAN",
    "E, ONE_MONTH,  0.5005005005005005, BELOW_MEAN",
    "E, SIX_MONTHS, ,"
  })
  void uptimeOfARelay_amongOthers(
      String relay, Period period, @Nullable Double share, @Nullable Standing standing) {
    Relay.Uptime uptime = MODEL.relays().get(RESULTS.relay(relay)).uptime();
    Double known = uptime == null ? null : uptime.in(period);
    if (share == null || known == null) {
      assertThat(known).isEqualTo(share);
    } else {
      assertThat(known).isCloseTo(share, within(1e-9));
      assertThat(Standing.ofUptime(known, RESULTS.get(UptimeStatistics.class).all().get(period)))
          .isEqualTo(standing);
    }
  }

  @Test
  void flagUptime_amongOthers() {
    Double share =
        RESULTS.get(FlagUptimes.class).share(RESULTS.relay("E"), "Guard", Period.ONE_MONTH);
    var guards = RESULTS.get(UptimeStatistics.class).flag("Guard", Period.ONE_MONTH);
    assertThat(Standing.ofFlag(Objects.requireNonNull(share), guards))
        .isEqualTo(Standing.BELOW_MEAN);
    assertThat(Objects.requireNonNull(guards).median()).isCloseTo(950 / 999.0, within(1e-9));
  }

  @Test
  void familiesAreToldByKey_byList_orNotAtAll() {
    FamilyKeys keys = RESULTS.get(FamilyKeys.class);
    assertThat(keys.support())
        .as("D-10")
        .containsExactly(Support.BOTH, Support.LIST, Support.NONE, Support.LIST, Support.NONE);
    assertThat(keys.seen()).isEqualTo(4);
    assertThat(keys.withCertificate()).isEqualTo(1);
    assertThat(keys.coverage()).isEqualTo(20.0);
  }

  @Test
  void totals_areByPrimaryRole_andFlagsByFlag() {
    NetworkTotals totals = MODEL.totals();
    GroupTotals all = totals.all();
    assertThat(all.relays()).isEqualTo(5);
    assertThat(all.running()).isEqualTo(4);
    assertThat(List.of(all.guards(), all.middles(), all.exits())).containsExactly(2, 1, 2);
    assertThat(all.measured()).isEqualTo(4);
    assertThat(all.bandwidth()).isEqualTo(122_000_000);
    assertThat(List.of(all.guardBandwidth(), all.middleBandwidth(), all.exitBandwidth()))
        .containsExactly(40_000_000L, 12_000_000L, 70_000_000L);
    assertThat(totals.flags()).containsEntry("Guard", 3).containsEntry("Exit", 2);
    assertThat(totals.ipv6()).isEqualTo(1);
    assertThat(totals.recommendedVersion()).isEqualTo(2);
  }

  /// Bandwidths in megabytes per second. Offline echo has no share (D-3), and the relays of nobody
  /// make no operator (D-2).
  @ParameterizedTest
  @CsvSource({
    "network,  AC,   70,  0,  0, 70, 0.56, 0, 1,                  2, 1, 1",
    "network,  BE,   40, 40,  0,  0, 0.24, 1, 0,                  2, 1, 1",
    "network,  D,    12,  0, 12,  0, 0.12, 0, 0,                  0, 0, 1",
    "country,  BE,   40, 40,  0,  0, 0.24, 1, 0,                  2, 1, 1",
    "platform, ACDE, 92, 10, 12, 70, 0.68, 0, 1,                  2, 1, 3",
    "flag,     ABE,  90, 40,  0, 50, 0.64, 1, 0.7142857142857143, 2, 1, 2",
    "operator, AB,   80, 30,  0, 50, 0.64, 1, 0.7142857142857143, 1, 1, 2",
    "operator, CE,   30, 10,  0, 20, 0.16, 0, 0.2857142857142857, 1, 0, 2"
  })
  void sumsOfAGroup(
      String kind,
      String members,
      long bandwidth,
      long guardBandwidth,
      long middleBandwidth,
      long exitBandwidth,
      double fraction,
      double guardFraction,
      double exitFraction,
      int operators,
      int families,
      int networks) {
    GroupTotals totals = MODEL.groups(kind).get(RESULTS.group(kind, members.split(""))).totals();
    assertThat(totals.bandwidth()).isEqualTo(bandwidth * 1_000_000);
    assertThat(totals.guardBandwidth()).isEqualTo(guardBandwidth * 1_000_000);
    assertThat(totals.middleBandwidth()).isEqualTo(middleBandwidth * 1_000_000);
    assertThat(totals.exitBandwidth()).isEqualTo(exitBandwidth * 1_000_000);
    assertThat(totals.weightFraction()).isCloseTo(fraction, within(1e-9));
    assertThat(totals.guardWeightFraction()).isCloseTo(guardFraction, within(1e-9));
    assertThat(totals.exitWeightFraction()).isCloseTo(exitFraction, within(1e-9));
    assertThat(totals.operators()).isEqualTo(operators);
    assertThat(totals.families()).isEqualTo(families);
    assertThat(totals.networks()).isEqualTo(networks);
  }

  @Test
  void operatorsUptime_isTheMeanOfItsRelays() {
    var uptime = operator("A", "B").uptime();
    assertThat(Objects.requireNonNull(uptime.oneMonth()).mean())
        .isCloseTo(0.98998998998999, within(1e-9));
    assertThat(Objects.requireNonNull(uptime.sixMonths()).mean())
        .isCloseTo(0.974974974974975, within(1e-9));
    assertThat(Objects.requireNonNull(uptime.oneYear()).mean())
        .isCloseTo(0.97997997997998, within(1e-9));
    assertThat(Objects.requireNonNull(uptime.fiveYears()).mean())
        .isCloseTo(0.96996996996997, within(1e-9));
  }

  @Test
  void leaderboards_ofAllSources() {
    Leaderboards boards = RESULTS.get(Leaderboards.class);
    assertThat(boards.boards()).hasSize(19);
    assertThat(boards.board(Category.BANDWIDTH_LEGENDS)).as("two relays are few").isEmpty();
    OperatorMetrics example = metrics("A", "B");
    OperatorMetrics john = metrics("C", "E");
    assertThat(example.bandwidthSixMonths()).isCloseTo(25_480_000, within(1e-6));
    assertThat(example.bandwidthFiveYears()).isCloseTo(14_985_000, within(1e-6));
    assertThat(john.bandwidthSixMonths()).isNull();
    assertThat(Objects.requireNonNull(example.uptimeFiveYears()).share())
        .isCloseTo(0.96996996996997, within(1e-9));
    assertThat(john.uptimeFiveYears()).isNull();
    assertThat(List.of(example.ipv4().addresses(), example.ipv6().addresses()))
        .containsExactly(2, 1);
    assertThat(List.of(john.ipv4().addresses(), john.ipv6().addresses())).containsExactly(2, 0);
    GroupTotals doe = MODEL.groups("operator").get(RESULTS.group("operator", "C", "E")).totals();
    assertThat(List.of(doe.running(), doe.relays())).containsExactly(1, 2);
  }

  private static OperatorMetrics metrics(String... digits) {
    String key = MODEL.groups("operator").get(RESULTS.group("operator", digits)).key();
    return RESULTS.get(Leaderboards.class).operators().stream()
        .filter(operator -> operator.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static OperatorReliability.Operator operator(String... digits) {
    return RESULTS
        .get(OperatorReliability.class)
        .operators()
        .get(RESULTS.group("operator", digits));
  }
}
