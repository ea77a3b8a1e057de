package cepa.renderer.pages.relay;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import cepa.model.consensus.RelayEvaluation;
import cepa.model.consensus.Voter;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import com.fasterxml.jackson.annotation.JsonInclude;
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
/// @param asked what most authorities ask for; null if none says
/// @param votes one for each authority
/// @param ipv6 whether one of them says if it reaches the relay over IPv6
/// @param authorities where more of them stands; null if nowhere
record DirectoryView(
    @Nullable Boolean inConsensus,
    RelayEvaluation.@Nullable Basis basis,
    int listed,
    int counted,
    int voters,
    int majority,
    @Nullable Measurements measurements,
    List<FlagRow> flags,
    @Nullable Asked asked,
    List<VoteRow> votes,
    boolean ipv6,
    @Nullable String authorities) {

  /// @param measured scanners that measured it
  /// @param scanners authorities with a scanner
  /// @param missing names of those that did not measure it
  /// @param median cut to one digit
  /// @param deviates whether they differ by more than half the median
  /// @param exact where each result is with all its digits; null if nowhere
  record Measurements(
      int measured,
      int scanners,
      List<String> missing,
      @Nullable Rate median,
      boolean deviates,
      @Nullable String exact) {}

  /// A scanner's result beside the median of them all. The results themselves are other ones every
  /// hour: they stand in a file of their own.
  enum Measured {
    /// Less than two thirds of the median.
    LOW,
    NEAR,
    /// More than one and a half times the median.
    HIGH
  }

  /// What an authority asks for: of a guard bandwidth, weighted uptime and time known, for Stable
  /// time between failures.
  ///
  /// @param guardBandwidth null if not said
  /// @param mtbfDays null where uptime decides
  record Asked(
      @Nullable Rate guardBandwidth,
      Share wfu,
      @Nullable BigDecimal knownDays,
      @Nullable BigDecimal mtbfDays) {}

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

  /// What one authority says. There is one for each authority on each relay's page: what hardly
  /// ever is there is left out of the twin where it is not.
  ///
  /// @param authority its name
  /// @param state whether its vote counts
  /// @param listed whether its vote has the relay; null if it has no vote that counts
  /// @param flags as voted, without those that only repeat a column
  /// @param running null without an entry
  /// @param ipv6 whether it reaches the relay over IPv6; null if it does not test that
  /// @param measured null if it did not measure it
  /// @param asked what it asks for, if that is not what most do
  /// @param olderDescriptor when its descriptor was made, if another authority has a newer one
  record VoteRow(
      String authority,
      Voter.State state,
      @Nullable Boolean listed,
      List<String> flags,
      @Nullable Boolean running,
      @JsonInclude(NON_NULL) @Nullable Boolean ipv6,
      @Nullable Measured measured,
      @Nullable Share wfu,
      @Nullable BigDecimal knownDays,
      @Nullable BigDecimal mtbfDays,
      @JsonInclude(NON_NULL) @Nullable Asked asked,
      @JsonInclude(NON_NULL) @Nullable Moment olderDescriptor) {}
}
