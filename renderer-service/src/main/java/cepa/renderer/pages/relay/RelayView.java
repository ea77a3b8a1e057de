package cepa.renderer.pages.relay;

import cepa.model.Relay;
import cepa.model.consensus.FamilyKeys;
import cepa.model.statistics.Period;
import cepa.model.validation.ProofType;
import cepa.model.validation.ValidationStatus;
import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.Day;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import cepa.renderer.view.Volume;
import cepa.renderer.view.chart.Chart;
import cepa.renderer.view.operator.Proof;
import cepa.renderer.view.relay.ChangeRow;
import cepa.renderer.view.relay.RelayLinks;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of a relay. All text is fit to be shown; null means unknown unless said otherwise.
///
/// @param nickname what it is called
/// @param fingerprint 40 hex digits
/// @param running in the last consensus
/// @param role the one role it is counted in
/// @param findings what is wrong, worst first, at most [Findings#MOST]; empty if nothing is
/// @param issues all that was found, hints included, worst first
/// @param times when what happened
/// @param bandwidth what it can carry
/// @param traffic what it carried; null if nothing is known of any relay's traffic: the source is
///   missing
/// @param weight how much clients use it
/// @param uptime null if nothing is known of any relay's uptime: the source is missing
/// @param place where it is
/// @param flags in the usual order
/// @param directory what the authorities make of it; null if no vote is known
/// @param software what it runs
/// @param exitPolicy what it lets out
/// @param operator who it belongs to; null if its contact names nobody
/// @param contact what its operator wrote, several lines; null if nothing
/// @param family who it runs with
/// @param familyKey how it proves that by key; null if no descriptor of any relay is known
/// @param hibernating true if it says so
/// @param overload what it reported of having too much to do
/// @param changes newest first; without those of a family too large to be listed here
record RelayView(
    PageHead head,
    String nickname,
    String fingerprint,
    boolean running,
    Relay.Role role,
    List<Finding> findings,
    List<Finding> issues,
    Times times,
    Bandwidth bandwidth,
    @Nullable Traffic traffic,
    Weight weight,
    @Nullable Uptime uptime,
    Place place,
    List<Link> flags,
    @Nullable DirectoryView directory,
    Software software,
    ExitPolicy exitPolicy,
    @Nullable Operator operator,
    @Nullable String contact,
    Family family,
    @Nullable FamilyKey familyKey,
    @Nullable Boolean hibernating,
    Overload overload,
    List<ChangeRow> changes)
    implements PageView {

  /// Something to look at.
  ///
  /// @param code names its text: `finding.<code>` is the title, `finding.<code>.todo` what to do
  /// @param severity how bad
  /// @param value fills `{0}` of the texts; empty if they have none
  /// @param limit fills `{1}`
  /// @param voters names of authorities, fill `{2}`
  record Finding(String code, Severity severity, String value, String limit, String voters) {}

  /// How bad a finding is.
  enum Severity {
    PROBLEM,
    NOTICE,
    /// Nothing is wrong, but something could be more.
    HINT
  }

  /// @param firstSeen when a consensus first listed it
  /// @param firstSeenPage where the relays of that day are; null if unknown
  /// @param lastSeen when a consensus last listed it; null also if it runs: that is now
  /// @param lastRestarted when it last started
  /// @param lastChangedAddress when address or port last changed
  record Times(
      @Nullable Day firstSeen,
      @Nullable String firstSeenPage,
      @Nullable Moment lastSeen,
      @Nullable Moment lastRestarted,
      @Nullable Moment lastChangedAddress) {}

  /// @param observed what it sustained lately
  /// @param advertised least of observed, rate and burst
  /// @param rate configured average limit
  /// @param burst configured burst limit
  /// @param unlimited whether no limit is set, or the one that Tor sets if nobody does
  record Bandwidth(
      @Nullable Rate observed,
      @Nullable Rate advertised,
      @Nullable Rate rate,
      @Nullable Rate burst,
      boolean unlimited) {}

  /// @param consensusWeight share of the network
  /// @param consensusWeightRounded the raw weight cut to one digit: more of them move every hour
  ///   without meaning anything
  /// @param measured by at least three bandwidth authorities
  record Weight(
      @Nullable Share consensusWeight,
      @Nullable Long consensusWeightRounded,
      @Nullable Boolean measured) {}

  /// Share of each period it ran; null if there are too few data.
  ///
  /// @param flag how much of the time it had the flag that says most of it; null if it has none
  /// @param weeks share of each week; null if its history has none
  /// @param lowest the week it ran least; null likewise
  record Uptime(
      @Nullable Share oneMonth,
      @Nullable Share sixMonths,
      @Nullable Share oneYear,
      @Nullable Share fiveYears,
      @Nullable FlagUptime flag,
      @Nullable Chart weeks,
      @Nullable Week lowest) {}

  /// @param periods one for each
  record FlagUptime(String flag, List<FlagShare> periods) {}

  /// @param uptime null if there are too few data
  record FlagShare(Period period, @Nullable Share uptime) {}

  /// @param periods those of which something is known, shortest first
  /// @param readWeeks mean of each week; null if its history has none; likewise the other
  record Traffic(
      List<PeriodTraffic> periods, @Nullable Chart readWeeks, @Nullable Chart writtenWeeks) {}

  /// @param average of what it read; null if there are too few data
  record PeriodTraffic(
      Period period, @Nullable Volume read, @Nullable Volume written, @Nullable Rate average) {}

  /// @param complete whether limits and file descriptors are known: the source is there
  /// @param general when it last reported general overload; null if never
  /// @param limits null if it reported none
  /// @param descriptors whether it reported that file descriptors ran out; null if not `complete`
  /// @param descriptorsAt when; null if unknown
  record Overload(
      boolean complete,
      @Nullable Moment general,
      @Nullable Limits limits,
      @Nullable Boolean descriptors,
      @Nullable Moment descriptorsAt) {}

  /// @param at when reported
  /// @param writes times a day that writing hit the limit; likewise reads
  record Limits(
      @Nullable Moment at,
      @Nullable Rate rate,
      @Nullable Rate burst,
      @Nullable Long writes,
      @Nullable Long reads) {}

  /// @param from first day of the week
  record Week(Day from, Share uptime) {}

  /// @param orAddresses for onion routing; likewise the others
  /// @param hostNames reverse names that resolve back
  /// @param unverifiedHostNames reverse names that do not
  /// @param country name, or code where the name is unknown
  /// @param latitude degrees north, to two decimals: a place is a guess from an address
  /// @param longitude degrees east, likewise
  record Place(
      List<String> orAddresses,
      List<String> exitAddresses,
      @Nullable String dirAddress,
      List<String> unreachable,
      List<String> hostNames,
      List<String> unverifiedHostNames,
      @Nullable Link country,
      @Nullable String region,
      @Nullable String city,
      @Nullable BigDecimal latitude,
      @Nullable BigDecimal longitude,
      @Nullable Link network,
      @Nullable String networkName) {}

  /// @param platformText the whole line; null also if it says no more than `platform` and `version`
  /// @param status what the directory authorities say of the version
  record Software(
      @Nullable Link platform,
      @Nullable String platformText,
      @Nullable String version,
      @Nullable Boolean recommended,
      @Nullable String status) {}

  /// @param ipv4 summary
  /// @param ipv6 summary; null: nothing goes out over IPv6
  /// @param rules in order
  /// @param moreRules how many are not listed
  record ExitPolicy(
      @Nullable Ports ipv4, @Nullable Ports ipv6, List<String> rules, int moreRules) {}

  /// @param accepts whether only these go out, or all but these
  /// @param every whether the list covers every port
  /// @param more how many are not listed
  record Ports(boolean accepts, boolean every, List<String> ports, int more) {}

  /// @param who what it is called, leading to its page
  /// @param proof how far the proof that this relay is theirs has come
  /// @param by where the proof is; null unless it holds
  /// @param failures why it does not hold; empty if it does or was not tried
  record Operator(
      Link who, ValidationStatus proof, @Nullable ProofType by, List<Proof.Failure> failures) {}

  /// @param support how it tells its family
  /// @param certificates in its descriptor
  /// @param members who else declares the same keys; empty if these are just the effective family
  /// @param sameMembers whether they are
  record FamilyKey(
      FamilyKeys.Support support,
      List<Certificate> certificates,
      RelayLinks members,
      boolean sameMembers) {}

  /// @param key the beginning of the family's; null if it cannot be read
  record Certificate(
      @Nullable String key, FamilyKeys.Validity validity, @Nullable Moment expires) {}

  /// @param page of the whole family; null if it has none
  /// @param effective by mutual listing, without the relay itself
  /// @param alleged named by this relay only
  /// @param indirect members of members
  record Family(
      @Nullable String page, RelayLinks effective, RelayLinks alleged, RelayLinks indirect) {}
}
