package cepa.standalone.facts.section;

import cepa.model.RelayGroup;
import cepa.model.intelligence.Intelligence;
import cepa.model.intelligence.NetworkIntelligence;
import cepa.model.intelligence.NetworkIntelligence.Share;
import cepa.model.intelligence.OperatorIntelligence;
import cepa.model.intelligence.OperatorIntelligence.Diversity;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsSource;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.section.TrafficFacts.Group;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Risks and diversity, of the network and of operators.
final class IntelligenceFacts {

  private IntelligenceFacts() {}

  /// The section of operators.
  static final class OfOperators implements FactsSource {
    @Override
    public String section() {
      return "contact_intelligence";
    }

    @Override
    public Collection<String> keys(FactsInput input) {
      return input.groups("operator").keySet();
    }

    @Override
    public @Nullable Object facts(FactsInput input, String key) {
      RelayGroup group = OperatorSource.group(input, key);
      return group == null ? null : all(input, Group.of(input, "operator", group));
    }
  }

  private static Map<String, @Nullable Object> all(FactsInput input, Group group) {
    Map<String, @Nullable Object> facts = operator(input, group);
    facts.put("portfolio_diversity", facts.remove("network_diversity"));
    facts.put("geographic_risk", facts.remove("geographic_diversity"));
    facts.put("infrastructure_risk", facts.remove("infrastructure_diversity"));
    Intelligence intelligence = input.find(Intelligence.class);
    if (intelligence != null) {
      OperatorIntelligence own = intelligence.operators().get(group.index());
      facts.put("geographic_countries", own.countries().count());
      facts.put("infrastructure_platforms", own.platforms().count());
    }
    return facts;
  }

  /// As an operator's page names them.
  static Map<String, @Nullable Object> operator(FactsInput input, Group group) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    Intelligence intelligence = input.find(Intelligence.class);
    if (intelligence == null) {
      return facts;
    }
    OperatorIntelligence own = intelligence.operators().get(group.index());
    int relays = group.group().members().size();
    facts.put("network_diversity", networks(own));
    facts.put("geographic_diversity", diversity(own.countries(), "country", "countries"));
    facts.put("infrastructure_diversity", diversity(own.platforms(), "platform", "platforms"));
    facts.put(
        "measurement_status",
        group.group().totals().measured() + "/" + relays + " relays measured by authorities");
    facts.put("performance_underutilized", own.underutilized().size());
    facts.put(
        "performance_underutilized_percentage",
        Integer.parseInt(
            Shown.round(relays == 0 ? 0 : 100.0 * own.underutilized().size() / relays, 0)));
    facts.put("maturity", maturity(own));
    facts.put("performance_status", "");
    var network = intelligence.network().performance();
    ratios(facts, "performance_operator_%s_ratio", own.ratios());
    ratios(facts, "performance_network_%s_ratio", network.ratios());
    ratios(facts, "performance_network_%s_median", network.medians());
    // Golden files write nothing where there is no ratio, but for the overall one 0.
    Integer rank = own.ranks().overall();
    facts.put("performance_operator_overall_pct", rank == null ? 0 : (Object) rank);
    if (own.ratios().overall() == null) {
      facts.put("performance_operator_overall_ratio", "0");
    }
    facts.put("performance_operator_guard_pct", own.ranks().guard());
    facts.put("performance_operator_exit_pct", own.ranks().exit());
    facts.put("performance_relay_count", network.relays());
    return facts;
  }

  private static void ratios(
      Map<String, @Nullable Object> facts, String name, Intelligence.Ratios ratios) {
    facts.put(name.replace("%s", "overall"), ratio(ratios.overall()));
    facts.put(name.replace("%s", "guard"), ratio(ratios.guard()));
    facts.put(name.replace("%s", "exit"), ratio(ratios.exit()));
  }

  private static @Nullable Shown ratio(@Nullable Double ratio) {
    return ratio == null ? null : Shown.number(ratio, 0);
  }

  private static String networks(OperatorIntelligence own) {
    Diversity networks = own.networks();
    String rating = Texts.capitalized(networks.rating().name()) + ", ";
    if (networks.count() == 1 && own.onlyNetwork() != null) {
      return rating + "1 network (" + own.onlyNetwork().name().toLowerCase(Locale.ROOT) + ")";
    }
    return rating + networks.count() + " networks (" + own.rareNetworks() + " rare)";
  }

  private static String diversity(Diversity own, String one, String many) {
    return Texts.capitalized(own.rating().name())
        + ", "
        + own.count()
        + " "
        + (own.count() == 1 ? one : many);
  }

  private static String maturity(OperatorIntelligence own) {
    if (own.oldest() == null || own.newest() == null) {
      return "No timeline data";
    }
    String oldest = Texts.date(own.oldest(), "");
    String newest = Texts.date(own.newest(), "");
    return "Operating since "
        + oldest
        + (oldest.equals(newest)
            ? " (all deployed together)"
            : " (expanded through " + newest + ")");
  }

  /// The section of the network.
  static @Nullable Object network(FactsInput input) {
    Intelligence intelligence = input.find(Intelligence.class);
    if (intelligence == null) {
      return null;
    }
    NetworkIntelligence network = intelligence.network();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("basic_relationships", basics(network.basics()));
    facts.put("concentration_patterns", concentration(network.concentration()));
    facts.put("performance_correlation", performance(input, network.performance()));
    facts.put("infrastructure_dependency", dependency(network.dependency()));
    facts.put("geographic_clustering", geography(network));
    facts.put("capacity_distribution", capacity(network.capacity()));
    return facts;
  }

  private static Map<String, @Nullable Object> basics(NetworkIntelligence.Basics basics) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("total_countries", basics.countries());
    facts.put("total_networks", basics.networks());
    facts.put("total_operators", basics.operators());
    facts.put("total_families", basics.families());
    facts.put("total_platforms", basics.platforms());
    return facts;
  }

  private static Map<String, @Nullable Object> concentration(
      NetworkIntelligence.Concentration shares) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("countries_top_3_percentage", percent(sum(shares.topCountries(), 3)));
    facts.put("countries_significant_count", shares.countries());
    facts.put("countries_five_eyes_percentage", percent(shares.fiveEyes()));
    facts.put("networks_largest_percentage", percent(sum(shares.topNetworks(), 1)));
    facts.put("networks_top_3_percentage", percent(sum(shares.topNetworks(), 3)));
    facts.put("networks_single_relay_count", shares.singleRelayNetworks());
    facts.put("contacts_largest_percentage", percent(sum(shares.topOperators(), 1)));
    facts.put("contacts_top_10_percentage", percent(sum(shares.topOperators(), 10)));
    facts.put("contacts_no_contact_percentage", percent(shares.relaysWithoutContact()));
    facts.put("platforms_linux_percentage", percent(shares.linux()));
    facts.put("platforms_windows_percentage", percent(shares.windows()));
    facts.put("platforms_bsd_percentage", percent(shares.bsd()));
    return facts;
  }

  private static double sum(List<Share> shares, int most) {
    return shares.stream().limit(most).mapToDouble(Share::fraction).sum();
  }

  private static Shown percent(double fraction) {
    return Shown.number(100 * fraction, 1);
  }

  private static Map<String, @Nullable Object> performance(
      FactsInput input, NetworkIntelligence.Performance performance) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("measured_percentage", percent(performance.measured()));
    facts.put("underutilized_count", performance.underutilized().size());
    facts.put(
        "underutilized_fingerprints",
        performance.underutilized().stream()
            .map(index -> input.relays().get(index).fingerprint().hex())
            .toList());
    Double ratio = performance.ratios().overall();
    facts.put("efficiency_ratio", ratio == null ? null : Shown.number(ratio, 2));
    return facts;
  }

  private static Map<String, @Nullable Object> dependency(
      NetworkIntelligence.Dependency dependency) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("unique_versions", dependency.versions());
    facts.put("synchronization_risk", dependency.synchronization().name());
    facts.put("critical_as_count", dependency.criticalNetworks().size());
    facts.put("critical_as_list", dependency.criticalNetworks().stream().map(Share::key).toList());
    return facts;
  }

  private static Map<String, @Nullable Object> geography(NetworkIntelligence network) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("five_eyes_percentage", percent(network.concentration().fiveEyes()));
    facts.put("five_eyes_influence", percent(network.concentration().fiveEyes()));
    facts.put("fourteen_eyes_percentage", percent(network.concentration().fourteenEyes()));
    facts.put("fourteen_eyes_influence", percent(network.concentration().fourteenEyes()));
    Double hhi = network.geography().countryHhi();
    facts.put("regional_hhi", hhi == null ? null : Shown.number(hhi, 3));
    facts.put("concentration_risk", Texts.level(network.geography().countryConcentration()));
    List<Object> top = new ArrayList<>();
    for (Share share : network.concentration().topCountries()) {
      top.add(Shown.number(share.key() + ": ", 100 * share.fraction(), 1, "%"));
    }
    facts.put("top_3_regions", Shown.join(", ", top));
    return facts;
  }

  private static Map<String, @Nullable Object> capacity(NetworkIntelligence.Capacity capacity) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put(
        "gini_coefficient", capacity.gini() == null ? "0.000" : Shown.number(capacity.gini(), 3));
    facts.put("diversity_status", capacity.evenness().name());
    facts.put(
        "guard_capacity_percentage", capacity.guard() == null ? null : percent(capacity.guard()));
    facts.put(
        "exit_capacity_percentage", capacity.exit() == null ? null : percent(capacity.exit()));
    facts.put("exit_capacity_status", capacity.exitAdequacy().name());
    return facts;
  }
}
