package cepa.standalone.facts.section;

import cepa.model.SourceProvenance;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsSource;
import cepa.standalone.facts.health.NetworkHealthSource;
import cepa.standalone.facts.section.PercentileSources.Whole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every section there is.
public final class Sections {

  private Sections() {}

  public static List<FactsSource> all() {
    return List.of(
        new IndexSource(true),
        new IndexSource(false),
        new AllRelaysSource(),
        new RelaySource(),
        new GroupSource("as", "network", List.of(GroupExtras::name, GroupExtras::network)),
        new GroupSource("country", "country", List.of(GroupExtras::name, GroupExtras::country)),
        new GroupSource("platform", "platform", List.of(GroupExtras::name)),
        new GroupSource("flag", "flag", List.of(GroupExtras::flag)),
        new GroupSource("first_seen", "first-seen", List.of()),
        new FamilySource(List.of(GroupExtras::name, GroupExtras::family)),
        new OperatorSource(List.of(GroupExtras::name, OperatorFacts::add, ReliabilityFacts::add)),
        new IntelligenceFacts.OfOperators(),
        new LeaderboardFacts(),
        new Whole("leaderboard_summary", LeaderboardFacts::summary),
        new Whole("intelligence", IntelligenceFacts::network),
        new Whole("uptime_percentiles", PercentileSources::uptime),
        new Whole("bandwidth_percentiles", PercentileSources::bandwidth),
        new Whole("authorities", AuthorityFacts::facts),
        new Whole("other", Sections::published),
        new NetworkTotalsSource(),
        new NetworkHealthSource(),
        new FamilyStatisticsSource());
  }

  /// When upstream published what the model is made of.
  private static Object published(FactsInput input) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    SourceProvenance details = input.model().source("onionoo-details");
    facts.put("relays_published", details == null ? null : Texts.timestamp(details.published()));
    return facts;
  }
}
