package cepa.model;

import cepa.model.statistics.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One relay. Text is as upstream sent it (hostile, unescaped); `null` means upstream did not say.
///
/// Source of all components unless noted: onionoo details.
///
/// @param fingerprint identity; the key of all joins
/// @param nickname as the operator chose it; empty if missing
/// @param running listed as running in the last consensus
/// @param flags flag names, alphabetical
/// @param addresses where it is reached
/// @param place where it is, by its first address; null if the country is unknown
/// @param network its autonomous system; null if unknown
/// @param times when what happened
/// @param bandwidth what it can carry
/// @param weight how much clients use it
/// @param software what it runs
/// @param exitPolicy what it lets out
/// @param contact what the operator wrote, and who that makes them
/// @param family who it runs with
/// @param hibernating true if it says so; null if it does not or nothing is known
/// @param overloadedAt when it last reported general overload; null if never
/// @param uptime shares of time it ran (source: onionoo uptime); null if that source or relay is
///   missing there
/// @param changes what changed about it between snapshots, newest first, at most
///   [History#CHANGES_PER_RELAY]
public record Relay(
    Fingerprint fingerprint,
    String nickname,
    boolean running,
    List<String> flags,
    Addresses addresses,
    @Nullable Place place,
    @Nullable Network network,
    Times times,
    Bandwidth bandwidth,
    Weight weight,
    Software software,
    ExitPolicy exitPolicy,
    Contact contact,
    Family family,
    @Nullable Boolean hibernating,
    @Nullable Instant overloadedAt,
    @Nullable Uptime uptime,
    List<RelayChange> changes) {

  public Relay {
    flags = List.copyOf(flags);
    changes = List.copyOf(changes);
  }

  public boolean has(String flag) {
    return flags.contains(flag);
  }

  /// The one role a relay is counted in: Exit before Guard before Middle (relay-model, roles).
  public Role role() {
    return has("Exit") ? Role.EXIT : has("Guard") ? Role.GUARD : Role.MIDDLE;
  }

  /// Primary roles.
  public enum Role {
    GUARD,
    MIDDLE,
    EXIT
  }

  /// Network addresses, all as upstream writes them (`ip:port`, `[ipv6]:port`, or an IP alone).
  ///
  /// @param or addresses for onion routing; the first is the primary one
  /// @param exit addresses seen as source of exit traffic in the last day
  /// @param dir address of the directory port; null if there is none
  /// @param unreachable declared addresses found unreachable
  /// @param verifiedHostNames reverse names that resolve back
  /// @param unverifiedHostNames reverse names that do not
  public record Addresses(
      List<String> or,
      List<String> exit,
      @Nullable String dir,
      List<String> unreachable,
      List<String> verifiedHostNames,
      List<String> unverifiedHostNames) {
    public Addresses {
      or = List.copyOf(or);
      exit = List.copyOf(exit);
      unreachable = List.copyOf(unreachable);
      verifiedHostNames = List.copyOf(verifiedHostNames);
      unverifiedHostNames = List.copyOf(unverifiedHostNames);
    }
  }

  /// @param country two upper-case letters
  /// @param countryName English name; null if unknown
  /// @param region null if unknown
  /// @param city null if unknown
  /// @param latitude degrees north; null if unknown
  /// @param longitude degrees east; null if unknown
  public record Place(
      String country,
      @Nullable String countryName,
      @Nullable String region,
      @Nullable String city,
      @Nullable Double latitude,
      @Nullable Double longitude) {}

  /// @param number `AS` and 1 to 10 digits, no leading zero
  /// @param name as the registry has it; null if unknown
  public record Network(String number, @Nullable String name) {}

  /// @param firstSeen when a consensus first listed it
  /// @param lastSeen when a consensus last listed it
  /// @param lastRestarted when it last started, by its descriptor
  /// @param lastChangedAddress when address or port last changed
  public record Times(
      @Nullable Instant firstSeen,
      @Nullable Instant lastSeen,
      @Nullable Instant lastRestarted,
      @Nullable Instant lastChangedAddress) {}

  /// All in bytes per second.
  ///
  /// @param observed what it sustained lately; null if missing (sums count it as 0)
  /// @param advertised least of observed, rate and burst
  /// @param rate configured average limit
  /// @param burst configured burst limit
  public record Bandwidth(
      @Nullable Long observed,
      @Nullable Long advertised,
      @Nullable Long rate,
      @Nullable Long burst) {
    public long observedOrZero() {
      return observed == null ? 0 : observed;
    }
  }

  /// @param consensusWeight as in the consensus, no unit; null if missing
  /// @param fraction share of the sum over the network, 0..1; null if unknown. An offline relay's
  ///   is 0 (relay-model D-3)
  /// @param guardProbability share of guard positions, 0..1; null when not running
  /// @param middleProbability share of middle positions, likewise
  /// @param exitProbability share of exit positions, likewise
  /// @param measured by at least three bandwidth authorities; null if not known
  public record Weight(
      @Nullable Long consensusWeight,
      @Nullable Double fraction,
      @Nullable Double guardProbability,
      @Nullable Double middleProbability,
      @Nullable Double exitProbability,
      @Nullable Boolean measured) {}

  /// @param platformText the whole platform line; null if missing
  /// @param platform operating system from a closed list (`Linux`, … `Other`); null if the line is
  ///   missing
  /// @param version Tor version; null if missing
  /// @param recommended by the directory authorities; null if not known
  /// @param status `recommended`, `experimental`, `obsolete`, `new in series`, `unrecommended`;
  ///   null if not known
  public record Software(
      @Nullable String platformText,
      @Nullable String platform,
      @Nullable String version,
      @Nullable Boolean recommended,
      @Nullable String status) {}

  /// @param rules policy lines in order; empty if missing
  /// @param ipv4 summary for IPv4; null if missing
  /// @param ipv6 summary for IPv6; null: nothing goes out over IPv6
  public record ExitPolicy(
      List<String> rules, @Nullable PortSummary ipv4, @Nullable PortSummary ipv6) {
    public ExitPolicy {
      rules = List.copyOf(rules);
    }
  }

  /// @param accepts true: only these ports go out; false: all but these
  /// @param ports ports and ranges, e.g. `80`, `8000-8010`
  public record PortSummary(boolean accepts, List<String> ports) {
    public PortSummary {
      ports = List.copyOf(ports);
    }
  }

  /// Each component is an index into [NetworkModel#memberSets], since whole families list the same
  /// members.
  ///
  /// @param effective members by mutual listing, the relay itself included; null if none
  /// @param alleged listed by this relay only; null if none
  /// @param indirect members of members; null if none
  public record Family(
      @Nullable Integer effective, @Nullable Integer alleged, @Nullable Integer indirect) {}

  /// Share of each period in which it ran, 0..1; null if there are too few data (analytics 2.2).
  public record Uptime(
      @Nullable Double oneMonth,
      @Nullable Double sixMonths,
      @Nullable Double oneYear,
      @Nullable Double fiveYears) {

    /// The share of a period; null if there are too few data.
    public @Nullable Double in(Period period) {
      return switch (period) {
        case ONE_MONTH -> oneMonth;
        case SIX_MONTHS -> sixMonths;
        case ONE_YEAR -> oneYear;
        case FIVE_YEARS -> fiveYears;
      };
    }
  }
}
