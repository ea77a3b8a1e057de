package cepa.renderer.pages;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.Series;
import cepa.model.intelligence.Intelligence;
import cepa.model.intelligence.Intelligence.Ratios;
import cepa.model.intelligence.NetworkIntelligence;
import cepa.model.intelligence.OperatorIntelligence;
import cepa.model.intelligence.OperatorIntelligence.Rating;
import cepa.model.leaderboard.Category;
import cepa.model.leaderboard.Leaderboards;
import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.OperatorReliability.Bandwidth;
import cepa.model.reliability.OperatorReliability.Grade;
import cepa.model.reliability.OperatorReliability.Outlier;
import cepa.model.reliability.OperatorReliability.Outliers;
import cepa.model.reliability.OperatorReliability.Stability;
import cepa.model.statistics.PerPeriod;
import cepa.model.statistics.Percentiles.Band;
import cepa.model.statistics.Period;
import cepa.model.traffic.GroupTraffic;
import cepa.model.traffic.OperatorCharts;
import cepa.testing.model.NetworkBuilder;
import cepa.testing.model.Networks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An operator of which everything is known: `example.org`, with four relays of which one is off.
public final class SampleOperators {

  public static final String CONTACT =
      "email:tor[]example.org url:https://example.org proof:uri-rsa ciissversion:2";

  private static final int HALF_YEAR = 183;
  private static final int FIVE_YEARS = 183;

  private SampleOperators() {}

  public static NetworkBuilder known() {
    NetworkBuilder network =
        Networks.aNetwork()
            .with(
                Networks.aRelay().nickname("first").contact(CONTACT).exit().weight(9_000),
                Networks.aRelay().nickname("second").contact(CONTACT).guard().weight(8_000),
                Networks.aRelay().nickname("third").contact(CONTACT).version("0.4.8.1", false),
                Networks.aRelay()
                    .nickname("fourth")
                    .contact(CONTACT)
                    .offlineSince(Networks.AS_OF.minus(Duration.ofHours(30))),
                Networks.aRelay().nickname("other").contact("somebody else"))
            .proved("example.org");
    List<RelayGroup> operators = network.build().groups("operator");
    int index = index(operators, network.build().relays());
    List<OperatorReliability.Operator> reliability = new ArrayList<>();
    List<OperatorIntelligence> intelligence = new ArrayList<>();
    List<GroupTraffic.Totals> totals = new ArrayList<>();
    network
        .parts()
        .forEach(part -> {
          switch (part) {
            case OperatorReliability unknown -> reliability.addAll(unknown.operators());
            case Intelligence unknown -> intelligence.addAll(unknown.operators());
            default -> {}
          }
        });
    operators.forEach(_ -> totals.add(new GroupTraffic.Totals(PerPeriod.unknown(), null, 0)));
    reliability.set(index, reliability());
    intelligence.set(index, intelligence());
    totals.set(
        index,
        new GroupTraffic.Totals(
            new PerPeriod<>(
                40_000_000_000_000L,
                250_000_000_000_000L,
                480_000_000_000_000L,
                1_200_000_000_000_000L),
            Period.FIVE_YEARS,
            4));
    String key = operators.get(index).key();
    return network
        .part(new OperatorReliability(reliability, null))
        .part(new Intelligence(networkIntelligence(), intelligence))
        .part(
            new GroupTraffic(
                new GroupTraffic.Totals(
                    new PerPeriod<>(
                        400_000_000_000_000L,
                        2_500_000_000_000_000L,
                        4_800_000_000_000_000L,
                        12_000_000_000_000_000L),
                    Period.FIVE_YEARS,
                    5),
                Map.of(),
                Map.of("operator", totals),
                List.of(
                    series("read_history/6_months", Duration.ofDays(1), HALF_YEAR),
                    series("read_history/5_years", Duration.ofDays(10), FIVE_YEARS))))
        .part(
            new OperatorCharts(
                new TreeMap<>(
                    Map.of(
                        key,
                        List.of(
                            series("read_history/6_months", Duration.ofDays(1), HALF_YEAR),
                            series("read_history/5_years", Duration.ofDays(10), FIVE_YEARS))))))
        .part(
            new Leaderboards(
                List.of(),
                Map.of(),
                Map.of(
                    key,
                    List.of(
                        new Leaderboards.Ranking(Category.EXIT_AUTHORITY, 1),
                        new Leaderboards.Ranking(Category.BANDWIDTH, 12))),
                new Leaderboards.Summary(2, 0, 0)));
  }

  private static int index(List<RelayGroup> operators, List<Relay> relays) {
    for (int i = 0; i < operators.size(); i++) {
      int member = operators.get(i).members().getFirst();
      if (relays.get(member).contact().text().equals(CONTACT)) {
        return i;
      }
    }
    throw new IllegalStateException("The sample has no such operator");
  }

  private static OperatorReliability.Operator reliability() {
    var halfYear =
        new Bandwidth(
            3_000_000.0,
            900_000.0,
            4,
            12_000_000.0,
            180,
            Networks.AS_OF,
            0.2,
            Stability.GREAT,
            15_000_000.0);
    return new OperatorReliability.Operator(
        4,
        new PerPeriod<>(
            new OperatorReliability.Uptime(0.91, 0.12, 4),
            new OperatorReliability.Uptime(0.952, 0.08, 4),
            null,
            null),
        Band.FROM_25,
        new Outliers(List.of(new Outlier(2, 0.5, -2.4)), List.of()),
        new PerPeriod<>(null, halfYear, null, null),
        Band.FROM_90,
        Outliers.NONE,
        new OperatorReliability.Growth(
            -0.2,
            OperatorReliability.Trend.DECLINE,
            10_000_000,
            8_000_000,
            Networks.AS_OF,
            Networks.AS_OF,
            Networks.AS_OF,
            Networks.AS_OF),
        Map.of("Fast", new PerPeriod<>(0.9, 0.95, null, null)),
        null,
        new OperatorReliability.Versions(
            3,
            1,
            0,
            Grade.PARTIAL,
            Map.of("recommended", new OperatorReliability.Status(3, List.of("0.4.8.21"))),
            Grade.PARTIAL));
  }

  private static OperatorIntelligence intelligence() {
    return new OperatorIntelligence(
        new OperatorIntelligence.Diversity(Rating.GREAT, 3),
        1,
        null,
        new OperatorIntelligence.Diversity(Rating.OKAY, 2),
        new OperatorIntelligence.Diversity(Rating.POOR, 1),
        List.of(3),
        new Ratios(1234.5, null, 987.6),
        new OperatorIntelligence.Ranks(67, null, 41),
        null,
        null);
  }

  private static NetworkIntelligence networkIntelligence() {
    var unknown = new Ratios(null, null, null);
    return new NetworkIntelligence(
        new NetworkIntelligence.Basics(1, 1, 2, 0, 1),
        new NetworkIntelligence.Concentration(
            List.of(), 0, 0, 0, List.of(), 0, List.of(), 0, 0, 0, 0),
        new NetworkIntelligence.Performance(
            1, List.of(), new Ratios(1100.0, 1000.0, 1200.0), unknown, 5),
        new NetworkIntelligence.Dependency(1, NetworkIntelligence.Level.UNKNOWN, List.of()),
        new NetworkIntelligence.Geography(
            null,
            NetworkIntelligence.Level.UNKNOWN,
            null,
            NetworkIntelligence.Level.UNKNOWN,
            List.of()),
        new NetworkIntelligence.Capacity(
            null,
            NetworkIntelligence.Evenness.UNKNOWN,
            null,
            null,
            NetworkIntelligence.Adequacy.UNKNOWN));
  }

  /// Values that end the day before the network's moment and grow evenly.
  private static Series series(String name, Duration step, int length) {
    short[] values = new short[length];
    for (int i = 0; i < length; i++) {
      values[i] = (short) (500 + i * 400 / length);
    }
    Instant last = Networks.AS_OF.minus(Duration.ofDays(1));
    return new Series(name, last.minus(step.multipliedBy(length - 1L)), step, 20_000, values);
  }
}
