package cepa.model.consensus;

import static cepa.model.consensus.VoteColumns.UNKNOWN;

import cepa.model.Relay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Works out what the columns mean, one relay after another (consensus 4 to 8). Not safe for
/// several threads.
public final class Evaluator {

  private final ConsensusEvaluations all;
  private final Instant asOf;
  private final ValuesOfRelay values;
  private final int counted;

  /// Relays share few sets of flags.
  private final Map<Long, List<String>> names = new HashMap<>();

  Evaluator(ConsensusEvaluations all, Instant asOf) {
    this.all = all;
    this.asOf = asOf;
    this.values = new ValuesOfRelay(all);
    this.counted = all.counted();
  }

  /// What is known of one relay.
  ///
  /// @param relay index in base order
  /// @param details the relay there
  public RelayEvaluation evaluate(int relay, Relay details) {
    Long uptime = uptime(details);
    boolean hasIpv6 = hasIpv6(details);
    List<RouterVote> votes = counted > 0 ? votes(relay, uptime, hasIpv6) : List.of();
    List<RouterVote> listing = votes.stream().filter(RouterVote::hasEntry).toList();
    ConsensusColumns consensus = all.consensus();
    Boolean member =
        consensus == null ? byVotes(listing) : Boolean.valueOf(consensus.flags()[relay] != UNKNOWN);
    RelayEvaluation.Basis basis =
        consensus == null ? RelayEvaluation.Basis.VOTES : RelayEvaluation.Basis.CONSENSUS;
    return new RelayEvaluation(
        member,
        member == null ? null : basis,
        consensus == null ? List.of() : names(consensus.flags()[relay]),
        listing.size(),
        votes,
        counted > 0 ? counts(listing) : Map.of(),
        counted > 0 ? bandwidth(relay, votes) : null,
        counted > 0 ? reachability(votes, hasIpv6) : null,
        counted > 0 ? values.of(details, uptime, listing) : null);
  }

  private @Nullable Long uptime(Relay details) {
    Instant restarted = details.times().lastRestarted();
    return restarted == null
        ? null
        : Long.valueOf(Math.max(0, Duration.between(restarted, asOf).toSeconds()));
  }

  private static boolean hasIpv6(Relay details) {
    return details.addresses().or().stream().anyMatch(address -> address.startsWith("["))
        || details.addresses().unreachable().stream().anyMatch(a -> a.startsWith("["));
  }

  private List<String> names(long bits) {
    return bits == UNKNOWN ? List.of() : names.computeIfAbsent(bits, all::names);
  }

  /// D-C1 without a consensus: Running and Valid by a majority. Votes that could not be had leave
  /// it open while they could still tip it.
  private @Nullable Boolean byVotes(List<RouterVote> listing) {
    if (counted == 0) {
      return null;
    }
    long votes = listing.stream().filter(v -> v.has("Running") && v.has("Valid")).count();
    if (votes >= all.majority()) {
      return true;
    }
    return votes + all.voters().size() - counted >= all.majority() ? null : false;
  }

  private List<RouterVote> votes(int relay, @Nullable Long uptime, boolean hasIpv6) {
    List<RouterVote> votes = new ArrayList<>(all.voters().size());
    for (int voter = 0; voter < all.voters().size(); voter++) {
      VoteColumns columns = all.votes().get(voter);
      boolean voted = all.voters().get(voter).counts();
      votes.add(
          !voted || columns.flags()[relay] == UNKNOWN
              ? unlisted(voter, voted)
              : listed(voter, columns, relay, hasIpv6).judged(thresholds(voter), uptime));
    }
    return votes;
  }

  private FlagThresholds thresholds(int voter) {
    return all.voters().get(voter).thresholds();
  }

  private static RouterVote unlisted(int voter, boolean voted) {
    return new RouterVote(
        voter,
        voted ? false : null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Map.of());
  }

  private RouterVote listed(int voter, VoteColumns columns, int relay, boolean hasIpv6) {
    boolean tested = hasIpv6 && all.voters().get(voter).testsIpv6();
    List<String> flags = names(columns.flags()[relay]);
    int address = columns.ipv6()[relay];
    Long published = known(columns.published()[relay]);
    Integer wfu = known(columns.wfu()[relay]);
    return new RouterVote(
        voter,
        true,
        flags,
        known(columns.bandwidth()[relay]),
        known(columns.measured()[relay]),
        known(columns.scanned()[relay]),
        wfu == null ? null : Double.valueOf(wfu / 1e6),
        known((long) columns.timeKnown()[relay]),
        known((long) columns.mtbf()[relay]),
        flags.contains("Running"),
        tested ? address != UNKNOWN : null,
        address == UNKNOWN ? null : all.ipv6Addresses().get(address),
        published == null ? null : Instant.ofEpochSecond(published),
        Map.of());
  }

  private static Map<JudgedFlag, FlagCounts> counts(List<RouterVote> listing) {
    Map<JudgedFlag, FlagCounts> counts = new EnumMap<>(JudgedFlag.class);
    for (JudgedFlag flag : JudgedFlag.values()) {
      counts.put(
          flag,
          new FlagCounts(
              (int) listing.stream().filter(vote -> vote.has(flag.flag())).count(),
              count(listing, flag, Eligibility.YES),
              count(listing, flag, Eligibility.UNKNOWN)));
    }
    return counts;
  }

  private static int count(List<RouterVote> listing, JudgedFlag flag, Eligibility wanted) {
    return (int) listing.stream().filter(vote -> vote.eligible().get(flag) == wanted).count();
  }

  private BandwidthMeasurements bandwidth(int relay, List<RouterVote> votes) {
    List<Integer> values = new ArrayList<>();
    List<Integer> not = new ArrayList<>();
    int scanners = 0;
    for (RouterVote vote : votes) {
      if (all.voters().get(vote.voter()).measures()) {
        scanners++;
        if (vote.measured() == null) {
          not.add(vote.voter());
        } else {
          values.add(vote.measured());
        }
      }
    }
    values.sort(null);
    ConsensusColumns consensus = all.consensus();
    if (consensus != null && consensus.flags()[relay] == UNKNOWN) {
      consensus = null;
    }
    boolean none = values.isEmpty();
    return new BandwidthMeasurements(
        none ? null : values.get((values.size() - 1) / 2),
        none
            ? null
            : Double.valueOf(
                values.stream().mapToLong(Integer::longValue).sum() / (double) values.size()),
        none ? null : values.getFirst(),
        none ? null : values.getLast(),
        values.size(),
        scanners,
        not,
        consensus == null ? null : known(consensus.bandwidth()[relay]),
        consensus == null ? null : Boolean.valueOf(consensus.isUnmeasured(relay)));
  }

  private static Reachability reachability(List<RouterVote> votes, boolean hasIpv6) {
    return new Reachability(
        voters(votes, vote -> vote.hasEntry() && Boolean.TRUE.equals(vote.ipv4Reachable())),
        voters(votes, vote -> vote.listed() != null && !Boolean.TRUE.equals(vote.ipv4Reachable())),
        hasIpv6,
        voters(votes, vote -> Boolean.TRUE.equals(vote.ipv6Reachable())),
        voters(votes, vote -> Boolean.FALSE.equals(vote.ipv6Reachable())));
  }

  private static List<Integer> voters(List<RouterVote> votes, Predicate<RouterVote> wanted) {
    return votes.stream().filter(wanted).map(RouterVote::voter).toList();
  }

  private static @Nullable Integer known(int value) {
    return value == UNKNOWN ? null : value;
  }

  private static @Nullable Long known(long value) {
    return value == UNKNOWN ? null : value;
  }
}
