package cepa.renderer.pages.relay;

import cepa.model.Relay;
import cepa.model.RelayChange;
import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.Day;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import cepa.renderer.view.chart.Chart;
import cepa.renderer.view.relay.RelayLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of a relay. All text is fit to be shown; null means unknown unless said otherwise.
///
/// @param nickname what it is called
/// @param fingerprint 40 hex digits
/// @param running in the last consensus
/// @param role the one role it is counted in
/// @param findings what is wrong, worst first, at most [Findings#MOST]; empty if nothing is
/// @param times when what happened
/// @param bandwidth what it can carry
/// @param weight how much clients use it
/// @param uptime null if nothing is known of any relay's uptime: the source is missing
/// @param place where it is
/// @param flags in the usual order
/// @param software what it runs
/// @param exitPolicy what it lets out
/// @param contact what its operator wrote, several lines; null if nothing
/// @param family who it runs with
/// @param hibernating true if it says so
/// @param overloadedAt when it last reported general overload; null if never
/// @param changes newest first
record RelayView(
    PageHead head,
    String nickname,
    String fingerprint,
    boolean running,
    Relay.Role role,
    List<Finding> findings,
    Times times,
    Bandwidth bandwidth,
    Weight weight,
    @Nullable Uptime uptime,
    Place place,
    List<String> flags,
    Software software,
    ExitPolicy exitPolicy,
    @Nullable String contact,
    Family family,
    @Nullable Boolean hibernating,
    @Nullable Moment overloadedAt,
    List<Change> changes)
    implements PageView {

  /// Something to look at.
  ///
  /// @param code names its text: `finding.<code>` is the title, `finding.<code>.todo` what to do
  /// @param severity how bad
  /// @param detail fills the title; empty if it needs nothing
  record Finding(String code, Severity severity, String detail) {}

  /// How bad a finding is.
  enum Severity {
    PROBLEM,
    NOTICE
  }

  /// @param firstSeen when a consensus first listed it
  /// @param lastSeen when a consensus last listed it; null also if it runs: that is now
  /// @param lastRestarted when it last started
  /// @param lastChangedAddress when address or port last changed
  record Times(
      @Nullable Day firstSeen,
      @Nullable Moment lastSeen,
      @Nullable Moment lastRestarted,
      @Nullable Moment lastChangedAddress) {}

  /// @param observed what it sustained lately
  /// @param advertised least of observed, rate and burst
  /// @param rate configured average limit
  /// @param burst configured burst limit
  /// @param unlimited whether it says that no limit is set
  record Bandwidth(
      @Nullable Rate observed,
      @Nullable Rate advertised,
      @Nullable Rate rate,
      @Nullable Rate burst,
      boolean unlimited) {}

  /// @param consensusWeight share of the network
  /// @param consensusWeightRounded the raw weight to two significant digits: more of them move
  ///   every hour without meaning anything
  /// @param measured by at least three bandwidth authorities
  record Weight(
      @Nullable Share consensusWeight,
      @Nullable Long consensusWeightRounded,
      @Nullable Boolean measured) {}

  /// Share of each period it ran; null if there are too few data.
  ///
  /// @param weeks share of each week; null if its history has none
  /// @param lowest the week it ran least; null likewise
  record Uptime(
      @Nullable Share oneMonth,
      @Nullable Share sixMonths,
      @Nullable Share oneYear,
      @Nullable Share fiveYears,
      @Nullable Chart weeks,
      @Nullable Week lowest) {}

  /// @param from first day of the week
  record Week(Day from, Share uptime) {}

  /// @param orAddresses for onion routing; likewise the others
  /// @param hostNames reverse names that resolve back
  /// @param unverifiedHostNames reverse names that do not
  /// @param country name, or code where the name is unknown
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
      @Nullable Link network,
      @Nullable String networkName) {}

  /// @param platformText the whole line; null also if it says no more than `platform` and `version`
  /// @param status what the directory authorities say of the version
  record Software(
      @Nullable String platform,
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

  /// @param effective by mutual listing, without the relay itself
  /// @param alleged named by this relay only
  /// @param indirect members of members
  record Family(RelayLinks effective, RelayLinks alleged, RelayLinks indirect) {}

  /// @param from value before; null also where the value says nothing to a reader
  /// @param to value after; likewise
  record Change(Moment at, RelayChange.Kind kind, @Nullable String from, @Nullable String to) {}
}
