package cepa.renderer.pages.relay;

import cepa.model.consensus.RelayEvaluation;
import cepa.model.consensus.Voter;
import cepa.renderer.Link;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the directory authorities make of a relay.
///
/// @param inConsensus null if that cannot be told
/// @param basis what says so; null if nothing can
/// @param listed votes that have the relay
/// @param counted votes that count
/// @param voters authorities that could vote
/// @param majority votes that make one
/// @param measurements what bandwidth scanners found
/// @param flags in the usual order
/// @param votes one for each authority
record DirectoryView(
    @Nullable Boolean inConsensus,
    RelayEvaluation.@Nullable Basis basis,
    int listed,
    int counted,
    int voters,
    int majority,
    @Nullable Measurements measurements,
    List<FlagRow> flags,
    List<VoteRow> votes) {

  /// @param measured scanners that measured it
  /// @param scanners authorities with a scanner
  /// @param missing names of those that did not measure it
  /// @param deviates whether they differ by more than half the median
  record Measurements(
      int measured,
      int scanners,
      List<String> missing,
      @Nullable Rate median,
      @Nullable Rate least,
      @Nullable Rate greatest,
      boolean deviates) {}

  /// A flag, who gives it, and what it takes.
  ///
  /// @param given votes with it
  /// @param eligible votes whose conditions the relay meets; null where nothing is to be met
  /// @param undecided votes that lack a value needed to tell
  record FlagRow(
      String flag,
      boolean held,
      int given,
      @Nullable Integer eligible,
      int undecided,
      List<Condition> conditions) {}

  /// Whether a condition is met.
  enum Met {
    YES,
    NO,
    UNKNOWN;

    static Met of(@Nullable Boolean met) {
      return met == null ? UNKNOWN : met ? YES : NO;
    }
  }

  /// What a condition is about; also names its texts.
  enum About {
    REACHED_IPV4,
    REACHED_IPV6,
    BANDWIDTH,
    MTBF,
    PREREQUISITES,
    WFU,
    TIME_KNOWN,
    PORT_80,
    PORT_443
  }

  /// What a flag takes, what the relay has of it.
  sealed interface Condition {
    About about();

    Met met();
  }

  /// Whether there is a figure to compare follows from the type.
  record Figureless(About about, Met met) implements Condition {}

  /// @param needed what suffices at a majority of the authorities
  record OfRate(About about, Met met, @Nullable Rate has, Rate needed) implements Condition {}

  record OfShare(About about, Met met, @Nullable Share has, Share needed) implements Condition {}

  record OfDays(About about, Met met, @Nullable BigDecimal has, BigDecimal needed)
      implements Condition {}

  /// In authorities.
  record OfCount(About about, Met met, int has, int needed) implements Condition {}

  /// What one authority says, and what it asks for.
  ///
  /// @param authority leading to its relay
  /// @param state whether its vote counts
  /// @param listed whether its vote has the relay; null if it has no vote that counts
  /// @param flags as voted, without those that only repeat a column
  /// @param running null without an entry
  /// @param ipv6 whether it reaches the relay over IPv6; null if it does not test that
  /// @param mtbfDaysNeeded null where uptime decides
  /// @param olderDescriptor when its descriptor was made, if another authority has a newer one
  record VoteRow(
      Link authority,
      Voter.State state,
      @Nullable Boolean listed,
      List<String> flags,
      @Nullable Boolean running,
      @Nullable Boolean ipv6,
      @Nullable Rate measured,
      @Nullable Share wfu,
      Share wfuNeeded,
      @Nullable BigDecimal knownDays,
      @Nullable BigDecimal knownDaysNeeded,
      @Nullable BigDecimal mtbfDays,
      @Nullable BigDecimal mtbfDaysNeeded,
      @Nullable Rate guardNeeded,
      @Nullable Moment olderDescriptor) {}
}
