package cepa.renderer.pages.authorities;

import cepa.model.consensus.Authorities.Authority.UptimeClass;
import cepa.model.consensus.Authorities.Freshness;
import cepa.model.consensus.AuthorityAlert;
import cepa.model.consensus.Voter;
import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.Day;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The directory authorities.
///
/// @param voters configured voting authorities
/// @param votes of them whose vote counts; null if no vote is known
/// @param freshness whether these are enough
/// @param method how the consensus is made; null if unknown
/// @param inferred whether that is from votes, not from the consensus
/// @param highest highest method voted for; null if unknown
/// @param support votes for that; null if unknown
/// @param needed votes a method needs
/// @param recommended authorities on a recommended version
/// @param notRecommended authorities on another one
/// @param probes outcome of connecting to them; null if nobody tried
/// @param alerts what should not be, worst first
/// @param authorities by name
/// @param thresholds one column for each authority that published some
/// @param parameters what is voted for each
record AuthoritiesView(
    PageHead head,
    int voters,
    @Nullable Integer votes,
    Freshness freshness,
    @Nullable Integer method,
    boolean inferred,
    @Nullable Integer highest,
    @Nullable Integer support,
    int needed,
    int recommended,
    int notRecommended,
    @Nullable Probes probes,
    List<Alert> alerts,
    List<Row> authorities,
    List<Thresholds> thresholds,
    List<Parameter> parameters)
    implements PageView {

  record Probes(int fast, int slow, int down) {}

  /// @param authority who; null if it is about several
  /// @param value see the kind; null if it has none
  /// @param text name of somebody not configured, hostile; null otherwise
  record Alert(
      AuthorityAlert.Kind kind,
      @Nullable Link authority,
      @Nullable BigDecimal value,
      @Nullable String text) {}

  /// @param running null if the network has no such relay
  /// @param vote null if it does not vote
  /// @param probe null if it was not tried
  /// @param method highest it votes for; null if unknown
  /// @param uptimes of one month, six months, a year, five years
  /// @param score distance of the first from the mean, in deviations; null if unknown
  record Row(
      Link authority,
      @Nullable Boolean running,
      @Nullable Vote vote,
      @Nullable Probe probe,
      @Nullable Integer method,
      @Nullable Link network,
      @Nullable String networkName,
      @Nullable Link country,
      Uptimes uptimes,
      @Nullable BigDecimal score,
      @Nullable UptimeClass scoreClass,
      @Nullable String version,
      @Nullable Boolean recommended,
      @Nullable Day firstSeen,
      @Nullable Day lastRestarted) {}

  /// @param relays entries in it; null if it is not known
  /// @param measures whether it is made with a bandwidth scanner's file; null if unknown
  /// @param validAfter null if none is known
  record Vote(
      Voter.State state,
      @Nullable Integer relays,
      @Nullable Boolean measures,
      @Nullable Moment validAfter) {}

  /// @param millis at least 1; null if it did not answer
  /// @param slow whether that is long
  record Probe(boolean online, @Nullable BigDecimal millis, boolean slow) {}

  record Uptimes(
      @Nullable Share oneMonth,
      @Nullable Share sixMonths,
      @Nullable Share oneYear,
      @Nullable Share fiveYears) {}

  /// What an authority publishes; null what it does not.
  record Thresholds(
      String authority,
      @Nullable Share guardWfu,
      @Nullable BigDecimal guardDays,
      @Nullable Rate guardBandwidth,
      @Nullable BigDecimal stableUptimeDays,
      @Nullable BigDecimal stableMtbfDays,
      @Nullable Boolean enoughMtbf,
      @Nullable Rate fastBandwidth,
      @Nullable Share hsdirWfu,
      @Nullable BigDecimal hsdirDays) {}

  /// @param votes how many authorities vote for a value; null if no vote is known
  /// @param decided what comes of that; null if too few do
  /// @param consensus value in force; null if it has none
  record Parameter(
      String name,
      @Nullable Integer votes,
      @Nullable Integer decided,
      @Nullable Integer consensus) {}
}
