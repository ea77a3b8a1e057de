package cepa.renderer.pages.home;

import cepa.model.SourceProvenance;
import cepa.model.health.Verdict.Aspect;
import cepa.model.health.Verdict.Level;
import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.Day;
import cepa.renderer.view.Difference;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import cepa.renderer.view.chart.Chart;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.Held;
import cepa.renderer.view.health.Concern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The home page.
///
/// @param asOf when upstream published the figures
/// @param sources where they come from
/// @param health how the network is doing, and why
/// @param troubles sources that are not as they should be
/// @param network figures of all relays
/// @param runningBandwidth observed, of the relays running
/// @param countries how many have relays
/// @param networks how many have relays
/// @param networksForHalf fewest networks that hold half of the consensus weight
/// @param ipv6 share of relays reached over IPv6; null if there are no relays
/// @param recommended share of the relays of known version that run a recommended one; null if no
///   version is known
/// @param measured share of relays known to be measured; null if there are no relays
/// @param uptime mean share of the last six months that relays ran; null if unknown
/// @param roleWeights how the consensus weight is spread over the roles
/// @param concentration how few hold how much of the consensus weight, by kind of group
/// @param week compared with a week ago; null if that is not known
/// @param running relays running, by day; null if there is no history
/// @param capacity observed bandwidth of these, by day; null if there is no history
/// @param flags relays per flag
/// @param topOperators by consensus weight; relays without a contact are no operator
/// @param topCountries by consensus weight
/// @param topNetworks by consensus weight
/// @param allOperators where the whole list is; null if there is none
/// @param allCountries where the whole list is; null if there is none
/// @param allNetworks likewise
record HomeView(
    PageHead head,
    Moment asOf,
    List<Source> sources,
    Health health,
    List<Finding> troubles,
    GroupFigures network,
    Rate runningBandwidth,
    int countries,
    int networks,
    int networksForHalf,
    @Nullable Share ipv6,
    @Nullable Share recommended,
    @Nullable Share measured,
    @Nullable Share uptime,
    RoleWeights roleWeights,
    List<Held> concentration,
    @Nullable Week week,
    @Nullable Chart running,
    @Nullable Chart capacity,
    Map<String, Integer> flags,
    List<Top> topOperators,
    List<Top> topCountries,
    List<Top> topNetworks,
    @Nullable String allOperators,
    @Nullable String allCountries,
    @Nullable String allNetworks)
    implements PageView {

  /// @param published upstream's time; null if nothing of it is used
  record Source(String id, SourceProvenance.State state, @Nullable Moment published) {}

  /// @param level the worst that is known
  /// @param aspects level of each aspect
  /// @param concerns what deserves a look, worst first, at most three
  /// @param more concerns that are not told here
  /// @param path of the page of the network's health; null if there is none
  record Health(
      Level level,
      Map<Aspect, Level> aspects,
      List<Concern> concerns,
      int more,
      @Nullable String path) {}

  /// @param code names its text: `finding.<code>` is the title, `finding.<code>.todo` what follows
  /// @param source it is about
  record Finding(String code, String source) {}

  /// Shares of all consensus weight, by the one role a relay is counted in.
  record RoleWeights(Share guards, Share middles, Share exits) {}

  /// @param since the day compared with
  /// @param running change of the number of running relays
  record Week(Day since, Difference running) {}

  /// @param group what it is called, leading to its page
  /// @param name beside its key; null if unknown or if `group` says it
  record Top(
      @Nullable Link group,
      @Nullable String name,
      int relays,
      Rate bandwidth,
      Share consensusWeight,
      Share guardWeight,
      Share exitWeight) {}
}
