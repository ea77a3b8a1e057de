package cepa.renderer.pages.relay;

import cepa.model.Fingerprint;
import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.model.Series;
import cepa.model.consensus.ConsensusColumns;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.Diagnostics;
import cepa.model.consensus.FamilyKeys;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.Issue;
import cepa.model.consensus.IssueKind;
import cepa.model.consensus.VoteColumns;
import cepa.model.consensus.Voter;
import cepa.model.reliability.FlagUptimes;
import cepa.model.reliability.Overloads;
import cepa.model.statistics.PerPeriod;
import cepa.model.traffic.RelayTraffic;
import cepa.testing.model.NetworkBuilder;
import cepa.testing.model.Networks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// What all sources beside details say of a network: nine authorities, of which one has no vote and
/// one an old one, all agreeing with the flags of details.
public final class SampleDirectory {

  private static final List<String> NAMES =
      List.of(
          "bastet",
          "dannenberg",
          "dizum",
          "faravahar",
          "gabelmoo",
          "longclaw",
          "maatuska",
          "moria1",
          "tor26");
  private static final FlagThresholds THRESHOLDS =
      new FlagThresholds(
          0.98,
          691_200L,
          12_000_000L,
          11_000_000L,
          102_000L,
          1_100_000L,
          2_500_000L,
          true,
          true,
          0.98,
          90_000L);
  private static final Instant HOUR = Instant.parse("2026-01-15T12:00:00Z");

  private SampleDirectory() {}

  /// Adds the parts to a network whose relays are all there.
  ///
  /// @param worst the issues that the relays which are not running have
  public static NetworkBuilder with(NetworkBuilder network, Issue... worst) {
    NetworkModel model = network.build();
    List<Relay> relays = model.relays();
    List<String> flags =
        relays.stream().flatMap(relay -> relay.flags().stream()).distinct().sorted().toList();
    long[] bits = relays.stream().mapToLong(relay -> bits(relay, flags)).toArray();
    int count = relays.size();
    return network
        .part(
            new ConsensusEvaluations(
                new ConsensusColumns(HOUR, null, bits, filled(count, 9_000), new int[0]),
                IntStream.range(0, NAMES.size()).mapToObj(SampleDirectory::voter).toList(),
                IntStream.range(0, NAMES.size())
                    .mapToObj(v -> counts(v) ? votes(v, bits) : VoteColumns.none())
                    .toList(),
                flags,
                List.of("[2001:db8:6003::141]:443")))
        .part(
            new Diagnostics(
                List.of(worst),
                relays.stream()
                    .map(relay ->
                        relay.running() ? new int[0] : IntStream.range(0, worst.length).toArray())
                    .toList()))
        .part(
            new Overloads(
                Map.of(
                    count - 1,
                    new Overloads.Overload(
                        true,
                        null,
                        false,
                        new Overloads.Limits(HOUR, 2_000_000L, 4_000_000L, 17L, 0L),
                        new Overloads.Descriptors(null))),
                true))
        .part(
            new FlagUptimes(
                Map.of(
                    "Exit",
                    new PerPeriod<>(
                        filled(count, 998_000_000),
                        filled(count, 981_000_000),
                        filled(count, FlagUptimes.FEW_VALUES),
                        null))))
        .part(
            new RelayTraffic(
                longs(count, 31_415_926_535_897L),
                longs(count, 27_182_818_284_590L),
                longs(count, 11_600_000L),
                Map.of()))
        .part(keys(count));
  }

  /// Everything that can be wrong, with parameters.
  public static Issue[] everyIssue(String text) {
    return Arrays.stream(IssueKind.values())
        .map(
            kind -> new Issue(kind, 2, 9, 0.97, 5.0, HOUR.minusSeconds(7_200), List.of(0, 3), text))
        .toArray(Issue[]::new);
  }

  static List<Series> traffic() {
    List<Series> series = new ArrayList<>();
    var random = new Random(5);
    for (String name : List.of("read_history/6_months", "write_history/6_months")) {
      short[] values = new short[183];
      for (int i = 0; i < values.length; i++) {
        values[i] = i > 40 && i < 56 ? Series.UNKNOWN : (short) (500 + random.nextInt(499));
      }
      series.add(
          new Series(
              name,
              Networks.AS_OF.minus(Duration.ofDays(183)),
              Duration.ofDays(1),
              23_456.7,
              values));
    }
    return series;
  }

  private static FamilyKeys keys(int count) {
    String key = "AB12".repeat(16);
    return new FamilyKeys(
        Map.of(
            0,
            new FamilyKeys.Declared(
                HOUR.minusSeconds(30_000),
                List.of(
                    new FamilyKeys.Certificate(
                        key, FamilyKeys.Validity.VALID, HOUR.plus(Duration.ofDays(20))),
                    new FamilyKeys.Certificate(null, FamilyKeys.Validity.MALFORMED, null)))),
        Collections.nCopies(count, FamilyKeys.Support.BOTH),
        List.of(new FamilyKeys.KeyFamily(key, List.of(0, count - 1), List.of(0))),
        count,
        1,
        20.0,
        0);
  }

  private static long bits(Relay relay, List<String> flags) {
    return relay.running()
        ? relay.flags().stream().mapToLong(flag -> 1L << flags.indexOf(flag)).sum()
        : -1;
  }

  private static boolean counts(int voter) {
    return voter != 2 && voter != 3;
  }

  private static Voter voter(int voter) {
    Voter.State state =
        switch (voter) {
          case 2 -> Voter.State.STALE;
          case 3 -> Voter.State.MISSING;
          default -> Voter.State.COUNTED;
        };
    return new Voter(
        NAMES.get(voter),
        Fingerprint.of(Integer.toString(voter + 1).repeat(40)),
        "DE",
        voter == 0 ? 0 : null,
        state,
        HOUR,
        HOUR,
        1,
        voter % 2 == 0,
        voter % 3 == 1,
        state == Voter.State.MISSING ? FlagThresholds.NONE : THRESHOLDS);
  }

  private static VoteColumns votes(int voter, long[] bits) {
    int count = bits.length;
    long[] published = new long[count];
    Arrays.fill(published, HOUR.minusSeconds(20_000).getEpochSecond());
    return new VoteColumns(
        bits,
        filled(count, 18_400),
        filled(count, voter % 2 == 0 ? 15_000 + 1_000 * voter : -1),
        filled(count, -1),
        filled(count, 985_123 + voter),
        filled(count, 900_000 + 1_000 * voter),
        filled(count, 4_000_000),
        filled(count, voter == 1 ? 0 : -1),
        published);
  }

  private static int[] filled(int count, int value) {
    int[] values = new int[count];
    Arrays.fill(values, value);
    return values;
  }

  private static PerPeriod<long[]> longs(int count, long value) {
    long[] values = new long[count];
    Arrays.fill(values, value);
    return new PerPeriod<>(values, null, values, null);
  }
}
