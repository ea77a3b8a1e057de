package cepa.model.consensus;

import cepa.model.ModelPart;
import cepa.model.statistics.PeriodStatistics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the directory authorities are doing (consensus 13, 3.3; analytics 12). Voters are indexes
/// into [ConsensusEvaluations#voters].
///
/// @param authorities relays with the flag Authority and configured voters without such a relay, by
///   lower-case name
/// @param unknownVoters names of those whose vote is known but who are not configured: not counted
/// @param methods how the consensus is made
/// @param parameters what is voted for each, by name
/// @param freshness whether there are votes enough
/// @param uptime share of one month with the flag Authority, over relays; null if unknown
/// @param versions recommended or not; authorities of which that is unknown are in neither
/// @param probes null if nobody probed
/// @param alerts worst first, then by authority
public record Authorities(
    List<Authority> authorities,
    List<String> unknownVoters,
    ConsensusMethods methods,
    List<ParameterVotes> parameters,
    Freshness freshness,
    @Nullable PeriodStatistics uptime,
    Versions versions,
    @Nullable Probes probes,
    List<AuthorityAlert> alerts)
    implements ModelPart {

  public Authorities {
    authorities = List.copyOf(authorities);
    unknownVoters = List.copyOf(unknownVoters);
    parameters = List.copyOf(parameters);
    alerts = List.copyOf(alerts);
  }

  /// @param name nickname as its relay or the configuration has it
  /// @param relay index in base order; null if the model has none
  /// @param voter null if it does not vote
  /// @param probe null if it was not probed
  /// @param scanner its bandwidth scanner's newest file; null if none can be attributed to it
  /// @param uptimeScore its uptime of one month less the mean, in standard deviations; null if
  ///   unknown
  /// @param uptimeClass null if the score is unknown
  /// @param outlier null if there are no statistics
  public record Authority(
      String name,
      @Nullable Integer relay,
      @Nullable Integer voter,
      @Nullable Probe probe,
      @Nullable Scanner scanner,
      @Nullable Double uptimeScore,
      @Nullable UptimeClass uptimeClass,
      @Nullable Outlier outlier) {

    /// Above 0.3; below; at most -2.
    public enum UptimeClass {
      ABOVE_AVERAGE,
      BELOW_AVERAGE,
      PROBLEM
    }

    /// At least two standard deviations from the mean.
    public enum Outlier {
      LOW,
      NORMAL,
      HIGH
    }
  }

  /// A connection attempt.
  ///
  /// @param online whether it was accepted
  /// @param latencyMillis time it took; null if it failed without an answer
  /// @param error what failed, hostile; null if nothing
  /// @param checkedAt null if unknown
  public record Probe(
      boolean online,
      @Nullable Double latencyMillis,
      @Nullable String error,
      @Nullable Instant checkedAt) {

    /// Slower than this is slow.
    public static final double SLOW_MILLIS = 500;

    public boolean slow() {
      return online && latencyMillis != null && latencyMillis > SLOW_MILLIS;
    }
  }

  /// Probed voters by outcome.
  public record Probes(int fast, int slow, int down) {}

  /// @param software null if unknown, hostile like all text here
  /// @param created when the file was made; null if unknown
  /// @param latest newest measurement in it; null if unknown
  /// @param country where the scanner stands; null if unknown
  /// @param eligible relays it found measured well enough; null if unknown
  /// @param relays lines in the file
  /// @param attributed how it is known to be this authority's (D-13)
  public record Scanner(
      @Nullable String software,
      @Nullable String version,
      @Nullable Instant created,
      @Nullable Instant latest,
      @Nullable String country,
      @Nullable Integer eligible,
      int relays,
      Attribution attributed) {

    /// What ties a file to a vote.
    public enum Attribution {
      /// The vote names its digest.
      DIGEST,
      /// The vote quotes its headers, and no other file has them.
      HEADERS
    }
  }

  /// @param recommended authorities that run a recommended version
  /// @param notRecommended authorities that do not
  public record Versions(int recommended, int notRecommended) {}

  /// By votes that count: a majority; at least three; fewer.
  public enum Freshness {
    FRESH,
    STALE,
    UNKNOWN
  }
}
