package cepa.model.consensus;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one authority says of one relay.
///
/// @param voter index into [ConsensusEvaluations#voters]
/// @param listed whether the vote has the relay; null if the authority has no vote that counts
/// @param flags as voted, alphabetical
/// @param bandwidth what the relay says of itself, kilobytes/s
/// @param measured by the authority's scanner, kilobytes/s
/// @param scanned in the newest file of its scanner, kilobytes/s
/// @param wfu weighted fractional uptime, 0..1
/// @param timeKnown seconds
/// @param mtbf seconds
/// @param ipv4Reachable whether it votes Running (D-C2); null without an entry
/// @param ipv6Reachable null if it does not test IPv6, the relay has none, or there is no entry
///   (D-C11)
/// @param ipv6Address as voted; null if none
/// @param descriptorPublished null if unknown
/// @param eligible by flag; empty without an entry
public record RouterVote(
    int voter,
    @Nullable Boolean listed,
    List<String> flags,
    @Nullable Integer bandwidth,
    @Nullable Integer measured,
    @Nullable Integer scanned,
    @Nullable Double wfu,
    @Nullable Long timeKnown,
    @Nullable Long mtbf,
    @Nullable Boolean ipv4Reachable,
    @Nullable Boolean ipv6Reachable,
    @Nullable String ipv6Address,
    @Nullable Instant descriptorPublished,
    Map<JudgedFlag, Eligibility> eligible) {

  public RouterVote {
    flags = List.copyOf(flags);
    eligible = JudgedFlag.copy(eligible);
  }

  public boolean hasEntry() {
    return Boolean.TRUE.equals(listed);
  }

  public boolean has(String flag) {
    return flags.contains(flag);
  }

  /// The same with what follows from the authority's thresholds.
  ///
  /// @param uptime of the relay in seconds; null if unknown
  RouterVote judged(FlagThresholds thresholds, @Nullable Long uptime) {
    var conditions =
        new FlagConditions(flags, wfu, timeKnown, mtbf, judgedBandwidth(thresholds), uptime);
    return new RouterVote(
        voter,
        listed,
        flags,
        bandwidth,
        measured,
        scanned,
        wfu,
        timeKnown,
        mtbf,
        ipv4Reachable,
        ipv6Reachable,
        ipv6Address,
        descriptorPublished,
        conditions.judge(thresholds));
  }

  /// Bytes/s the authority judges flags by: what it measured; what the relay says only while few
  /// relays are measured, else 0 (dir-spec, "Assigning flags in a vote"; D-C3). Null if unknown.
  @Nullable Long judgedBandwidth(FlagThresholds thresholds) {
    if (measured != null) {
      return measured * 1000L;
    }
    if (Boolean.TRUE.equals(thresholds.ignoringAdvertised())) {
      return 0L;
    }
    return bandwidth == null ? null : Long.valueOf(bandwidth * 1000L);
  }
}
