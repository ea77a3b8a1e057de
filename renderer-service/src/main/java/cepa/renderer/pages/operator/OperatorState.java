package cepa.renderer.pages.operator;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.intelligence.Intelligence;
import cepa.model.intelligence.OperatorIntelligence;
import cepa.model.intelligence.OperatorIntelligence.Rating;
import cepa.model.leaderboard.Leaderboards;
import cepa.model.reliability.OperatorReliability;
import cepa.renderer.PageContext;
import cepa.renderer.pages.operator.OperatorPresent.Diversity;
import cepa.renderer.pages.operator.OperatorPresent.Downtime;
import cepa.renderer.pages.operator.OperatorPresent.Ranking;
import cepa.renderer.pages.operator.OperatorPresent.Ratio;
import cepa.renderer.pages.operator.OperatorPresent.VersionStatus;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.Share;
import cepa.renderer.view.relay.RelayLinks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns what an operator's relays are now into what its page shows.
final class OperatorState {

  private static final int LISTED = 10;
  private static final int TENS = 10;
  private static final int PER_CENT = 100;

  private final RelayGroup group;
  private final OperatorReliability.Operator reliability;
  private final OperatorIntelligence own;
  private final PageContext context;

  /// @param index of the operator among the model's
  OperatorState(int index, RelayGroup group, PageContext context) {
    this.group = group;
    this.context = context;
    this.reliability = context.part(OperatorReliability.class).operators().get(index);
    this.own = context.part(Intelligence.class).operators().get(index);
  }

  /// Null if all relays run.
  @Nullable Downtime downtime() {
    List<Relay> off = members().stream().filter(relay -> !relay.running()).toList();
    if (off.isEmpty()) {
      return null;
    }
    long bandwidth = off.stream().mapToLong(relay -> relay.bandwidth().observedOrZero()).sum();
    return new Downtime(
        off.size(),
        count(off, Relay.Role.GUARD),
        count(off, Relay.Role.MIDDLE),
        count(off, Relay.Role.EXIT),
        known(bandwidth),
        Share.of(bandwidth, group.totals().bandwidth(), 1),
        links(off));
  }

  private Rate known(long bytesPerSecond) {
    RateUnit unit = RateUnit.of(bytesPerSecond, context.model().site().bandwidthUnit());
    return Rate.in(bytesPerSecond, unit);
  }

  private static int count(List<Relay> relays, Relay.Role role) {
    return (int) relays.stream().filter(relay -> relay.role() == role).count();
  }

  OperatorPresent.Intelligence intelligence() {
    List<Diversity> kinds = new ArrayList<>();
    add(kinds, "networks", own.networks());
    add(kinds, "countries", own.countries());
    add(kinds, "platforms", own.platforms());
    List<Ratio> ratios = new ArrayList<>();
    ratio(ratios, "overall", own.ratios().overall(), own.ranks().overall());
    ratio(ratios, "guard", own.ratios().guard(), own.ranks().guard());
    ratio(ratios, "exit", own.ratios().exit(), own.ranks().exit());
    return new OperatorPresent.Intelligence(
        kinds,
        own.rareNetworks(),
        ratios,
        context.links().path("health", ""),
        links(own.underutilized().stream().map(context.model().relays()::get).toList()));
  }

  /// A single relay cannot be spread.
  private void add(List<Diversity> kinds, String kind, OperatorIntelligence.Diversity diversity) {
    if (diversity.rating() != Rating.UNKNOWN && group.members().size() > 1) {
      kinds.add(new Diversity(kind, diversity.rating(), diversity.count()));
    }
  }

  private static void ratio(
      List<Ratio> ratios, String kind, @Nullable Double value, @Nullable Integer rank) {
    BigDecimal shown = Rounding.oneDigit(value);
    if (shown != null && value != null && value > 0) {
      ratios.add(
          new Ratio(
              kind,
              shown,
              rank == null ? null : Integer.valueOf(Math.min(rank, PER_CENT) / TENS * TENS)));
    }
  }

  /// Rankings it is among the first of, in the order of rankings: that stays as it is.
  List<Ranking> rankings() {
    return context.part(Leaderboards.class).rankings().getOrDefault(group.key(), List.of()).stream()
        .map(Leaderboards.Ranking::category)
        .sorted()
        .map(category -> {
          String name = category.name();
          return new Ranking(
              name.toLowerCase(Locale.ROOT).replace('_', '-'),
              context.links().path("ranking", name));
        })
        .toList();
  }

  List<VersionStatus> versions() {
    return reliability.versions().statuses().entrySet().stream()
        .map(status ->
            new VersionStatus(
                DisplayText.lineOr(status.getKey(), DisplayText.VERSION, "?"),
                status.getValue().relays(),
                status.getValue().versions().stream()
                    .limit(LISTED)
                    .map(version -> DisplayText.lineOr(version, DisplayText.VERSION, "?"))
                    .toList()))
        .toList();
  }

  /// By fingerprint: whichever is the fastest now, the list stays as it is.
  private RelayLinks links(List<Relay> relays) {
    List<Fingerprint> sorted = relays.stream().map(Relay::fingerprint).sorted().toList();
    return RelayLinks.of(sorted, LISTED, context);
  }

  private List<Relay> members() {
    return group.members().stream().map(context.model().relays()::get).toList();
  }
}
